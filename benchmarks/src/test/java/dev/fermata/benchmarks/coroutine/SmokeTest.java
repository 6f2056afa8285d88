package dev.fermata.benchmarks.coroutine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs everything that is measured once, for what it must come to; how fast does not matter. */
class SmokeTest {

  private static final int FEW = 100;

  @TestFactory
  List<DynamicTest> programs() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Competitor competitor : Competitors.all()) {
      for (Program program : Program.values()) {
        tests.add(
            dynamicTest(
                program.rowName() + ", " + competitor.name(), () -> run(program, competitor)));
      }
    }
    return tests;
  }

  private static void run(Program program, Competitor competitor) {
    try {
      assertThat(program.run(competitor)).isEqualTo(program.expected());
    } catch (UnsupportedOperationException e) {
      assertThat(competitor).isNotInstanceOf(Fermata.class);
    }
  }

  @TestFactory
  List<DynamicTest> wholeProcesses() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Competitor competitor : Competitors.all()) {
      for (WholeProcess.Measure measure : WholeProcess.Measure.values()) {
        tests.add(
            dynamicTest(
                measure.rowName() + ", " + competitor.name(), () -> run(measure, competitor)));
      }
    }
    return tests;
  }

  private static void run(WholeProcess.Measure measure, Competitor competitor) {
    try {
      assertThat(WholeProcess.measure(measure, competitor, FEW)).isFinite();
    } catch (UnsupportedOperationException e) {
      assertThat(competitor).isNotInstanceOf(Fermata.class);
    }
  }
}
