package dev.fermata.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.tools.ToolProvider;

/** A process that compiles once, as {@code javac} does, and then prints its processor time. */
final class OneJavac {

  private OneJavac() {}

  /** Takes the arguments of javac. */
  public static void main(String[] arguments) {
    int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(system.getProcessCpuTime());
    System.exit(exit);
  }
}
