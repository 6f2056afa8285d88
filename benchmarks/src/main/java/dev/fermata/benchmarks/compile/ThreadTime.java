package dev.fermata.benchmarks.compile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time of the current thread: a busy machine adds little to it. */
final class ThreadTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
