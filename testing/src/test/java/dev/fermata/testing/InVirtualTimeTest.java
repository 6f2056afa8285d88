package dev.fermata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class InVirtualTimeTest {

  @BeforeEach
  void clear() {
    Samples.TRACE.clear();
  }

  private static EngineExecutionResults run(DiscoverySelector... selectors) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.testmethod.order.default",
            "org.junit.jupiter.api.MethodOrderer$MethodName")
        .selectors(selectors)
        .execute();
  }

  private static Throwable failure(Class<?> type, String method) {
    EngineExecutionResults results = run(selectMethod(type, method(type, method)));
    results.testEvents().assertStatistics(all -> all.started(1).failed(1));
    return results.testEvents().failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  private static java.lang.reflect.Method method(Class<?> type, String name) {
    for (java.lang.reflect.Method each : type.getDeclaredMethods()) {
      if (each.getName().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(type + " has no " + name);
  }

  // ---- what passes ----

  @Test
  void testsAreCoroutines() {
    EngineExecutionResults results = run(selectClass(Samples.Passing.class));
    results.testEvents().assertStatistics(all -> all.started(5).succeeded(5));
    assertThat(Samples.TRACE)
        .containsExactly(
            "before all",
            "before awaits",
            "awaits",
            "after at PT4H",
            "before parameters",
            "parameter 2 at PT3H",
            "after at PT4H",
            "before parameters",
            "parameter 3 at PT4H",
            "after at PT5H",
            "before repeats",
            "repeats at PT1H",
            "after at PT2H",
            "before repeats",
            "repeats at PT1H",
            "after at PT2H");
  }

  @Test
  void testsStandUnderTheClassAsWritten() {
    List<String> sources =
        run(selectClass(Samples.Passing.class)).testEvents().succeeded().stream()
            .map(Event::getTestDescriptor)
            .map(each -> (MethodSource) each.getSource().orElseThrow())
            .map(each -> each.getClassName() + "#" + each.getMethodName())
            .distinct()
            .toList();
    String name = Samples.Passing.class.getName();
    assertThat(sources)
        .containsExactlyInAnyOrder(name + "#awaits", name + "#parameters", name + "#repeats");
  }

  @Test
  void generatedClassHasNoTestsOfItsOwn() {
    run(selectClass(Samples_PassingAsync.class))
        .testEvents()
        .assertStatistics(all -> all.started(0));
    run(selectClass(Samples_DerivedAsync.class))
        .testEvents()
        .assertStatistics(all -> all.started(0));
  }

  @Test
  void oneObjectMayServeAllTests() {
    run(selectClass(Samples.OncePerClass.class))
        .testEvents()
        .assertStatistics(all -> all.started(2).succeeded(2));
  }

  @Test
  void ordinaryTestsRunCoroutines() {
    run(selectClass(Samples.Ordinary.class))
        .testEvents()
        .assertStatistics(all -> all.started(2).succeeded(2));
  }

  @Test
  void testsAreInherited() {
    run(selectClass(Samples.Derived.class))
        .testEvents()
        .assertStatistics(all -> all.started(2).succeeded(2));
    assertThat(Samples.TRACE).containsExactly("base", "inherited at PT2H", "base", "own at PT2H");
  }

  // ---- what fails ----

  @Test
  void failureIsTheTestsOwn() {
    assertThat(failure(Samples.Failing.class, "fails"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected: <1> but was: <2>")
        .hasNoSuppressedExceptions();
  }

  @Test
  void stuckTestFailsAtOnce() {
    assertThat(failure(Samples.Failing.class, "stuck"))
        .isInstanceOf(StuckError.class)
        .hasMessageContaining("stuck(Samples.java:" + line("where it waits"))
        .hasNoSuppressedExceptions();
  }

  @Test
  void limitOfVirtualTime() {
    assertThat(failure(Samples.Failing.class, "tooLong"))
        .isInstanceOf(TimeLimitError.class)
        .hasMessageStartingWith("It took longer than 1h30m of virtual time.")
        .hasMessageContaining("tooLong(Samples.java:" + line("where it sleeps"));
  }

  @Test
  void limitOfRealTime() {
    assertThat(failure(Samples.Failing.class, "blocks"))
        .isInstanceOf(TimeLimitError.class)
        .hasMessageStartingWith("It took longer than 0.001s of real time.");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void tasksMustNotBeLeft() {
    assertThat(failure(Samples.Failing.class, "leavesTask"))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("name='forgotten'")
        .hasMessageContaining("forEver(Samples.java:" + line("where it waits for ever"));
  }

  @Test
  void exceptionsMustNotBeLeft() {
    assertThat(failure(Samples.Failing.class, "leavesException"))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("Task failing (Samples$Failing.failing)")
        .hasSuppressedException(new IllegalArgumentException("nobody asks"));
  }

  @Test
  void coroutinesMustBeAwaited() {
    assertThat(failure(Samples.Failing.class, "forgetsToAwait"))
        .isInstanceOf(LeftoversError.class)
        .hasMessageContaining("Samples$Failing.failing was never awaited")
        .hasMessageContaining("forgetsToAwait(Samples.java:");
  }

  @Test
  void timeThatIsNoneIsToldOf() {
    assertThat(failure(Samples.Failing.class, "misspelt"))
        .hasMessageContaining("\"soon\". Write 90s, 5m or 1h30m");
  }

  @Test
  void whatFailsAfterwardsIsToldToo() {
    assertThat(failure(Samples.FailingAfterwards.class, "fails"))
        .hasMessage("the test itself")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasMessage("tear down")));
  }

  // ---- order ----

  @Test
  void seedIsTold() {
    assertThat(failure(Samples.Orders.class, "seed"))
        .hasMessage("with a seed")
        .satisfies(e -> assertThat(((OrderSeed) e.getSuppressed()[0]).seed()).isEqualTo(42));
    assertThat(failure(Samples.Orders.class, "drawn"))
        .satisfies(
            e ->
                assertThat(((OrderSeed) e.getSuppressed()[0]).seed())
                    .isEqualTo(Long.parseLong(Samples.TRACE.get(0))));
  }

  @Test
  void seedIsReported() {
    EngineExecutionResults results =
        run(selectMethod(Samples.Orders.class, method(Samples.Orders.class, "seed")));
    assertThat(results.allEvents().reportingEntryPublished().count()).isEqualTo(1);
  }

  @Test
  void orderOfArrivalIsTheUsualOne() {
    run(selectMethod(Samples.Orders.class, method(Samples.Orders.class, "arrival")))
        .testEvents()
        .assertStatistics(all -> all.succeeded(1));
  }

  @Test
  void everyAwaitSuspendsIfAskedTo() {
    run(selectMethod(Samples.Orders.class, method(Samples.Orders.class, "suspends")))
        .testEvents()
        .assertStatistics(all -> all.succeeded(1));
    assertThat(Samples.TRACE).containsExactly("first", "other", "call", "future 1");
  }

  private static int line(String comment) {
    return SourceLines.of("Samples.java", "// " + comment);
  }
}
