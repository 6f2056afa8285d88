package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Very many tasks that use everything at once and are cancelled at random; nothing may be lost by
 * that.
 *
 * <p>System properties: {@code fermata.soak.tasks}, how many tasks, and {@code fermata.soak.seed},
 * to repeat a run, whose seed is in its report.
 */
class SoakTest {

  @Test
  void nothingIsLost(TestReporter reporter) {
    int tasks = Integer.getInteger("fermata.soak.tasks", 100_000);
    long seed = Long.getLong("fermata.soak.seed", System.nanoTime());
    reporter.publishEntry("-Dfermata.soak.seed", Long.toString(seed));
    SoakProgram program = new SoakProgram(seed, tasks);
    List<String> losses = program.run();
    assertThat(losses).as("-Dfermata.soak.seed=" + seed).isEmpty();
  }
}
