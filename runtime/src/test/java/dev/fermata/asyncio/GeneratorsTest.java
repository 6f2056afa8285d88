package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What CPython's test_generators pins, and the basics of delegation; see also DelegationTest. */
class GeneratorsTest {

  private final List<Object> trace = new ArrayList<>();

  private static Object raise(Throwable throwable) throws Throwable {
    throw throwable;
  }

  @Nested
  class Iteration {

    @Test
    void givesItsValuesInAFor() {
      for (int value : TestGenerator.count(3)) {
        trace.add(value);
      }
      assertThat(trace).containsExactly(1, 2, 3);
    }

    @Test
    void nothingRunsBeforeTheFirstValueIsAskedFor() {
      Generator<Integer> generator =
          TestGenerator.of(
              g -> {
                trace.add("runs");
                return g.end(null);
              });
      assertThat(generator.toString()).contains("created");
      assertThat(generator.iterator()).isSameAs(generator);
      assertThat(trace).isEmpty();
      assertThat(generator.hasNext()).isFalse();
      assertThat(generator.hasNext()).isFalse();
      assertThat(trace).containsExactly("runs");
    }

    @Test
    void hasNextRunsAheadOnce() {
      Generator<Integer> generator = TestGenerator.count(2);
      assertThat(generator.hasNext()).isTrue();
      assertThat(generator.hasNext()).isTrue();
      assertThat(generator.next()).isEqualTo(1);
      assertThat(generator.next()).isEqualTo(2);
      assertThat(generator.hasNext()).isFalse();
      assertThatThrownBy(generator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theResultComesWithTheFirstStopIteration() {
      Generator<Integer> generator = TestGenerator.count(0);
      assertThatThrownBy(generator::next)
          .isInstanceOfSatisfying(
              StopIterationException.class, stop -> assertThat(stop.value()).isEqualTo("counted 0"))
          .hasMessageContaining("counted 0");
      assertThatThrownBy(generator::next)
          .isInstanceOfSatisfying(
              StopIterationException.class, stop -> assertThat(stop.value()).isNull());
    }

    @Test
    void nullIsAValue() {
      Generator<@Nullable String> generator =
          TestGenerator.of(g -> g.at() == 0 ? g.give(1, null) : g.end(null));
      assertThat(generator.hasNext()).isTrue();
      assertThat(generator.next()).isNull();
      assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void aFailureIsTheVeryObjectAndEndsIt() {
      IOException failure = new IOException();
      Generator<Integer> generator = TestGenerator.of(g -> raise(failure));
      assertThatThrownBy(generator::next).isSameAs(failure);
      assertThat(generator.hasNext()).isFalse();
      assertThat(generator.toString()).contains("done");
    }

    // catalogue 105
    @Test
    void cannotBeAskedByItsOwnBody() {
      List<Generator<Object>> self = new ArrayList<>();
      Generator<Object> generator = TestGenerator.of(g -> self.get(0).next());
      self.add(generator);
      assertThatThrownBy(generator::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("running already");
    }

    @Test
    void cannotBeClosedOrThrownIntoByItsOwnBody() {
      List<Generator<Object>> self = new ArrayList<>();
      Generator<Object> generator =
          TestGenerator.of(
              g -> {
                for (Runnable call :
                    List.<Runnable>of(
                        () -> self.get(0).close(),
                        () -> self.get(0).throwInto(new IOException()),
                        () -> assertThat(self.get(0).hasNext()).isTrue())) {
                  assertThatThrownBy(call::run)
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining("running already");
                }
                return g.at() < 2 ? g.give(g.at() + 1, "v") : g.end(null);
              });
      self.add(generator);
      assertThat(generator.stream().toList()).containsExactly("v", "v");
    }

    @Test
    void aStopIterationOfTheBodyDoesNotLookLikeTheEnd() {
      Generator<Object> generator = TestGenerator.of(g -> Generator.completed().next());
      assertThatThrownBy(generator::next)
          .isInstanceOf(IllegalStateException.class)
          .hasCauseInstanceOf(StopIterationException.class);
    }

    @Test
    void becomesAStream() {
      assertThat(TestGenerator.count(5).stream().filter(n -> n % 2 == 1).toList())
          .containsExactly(1, 3, 5);
    }

    @Test
    void closingTheStreamClosesIt() {
      Generator<Integer> generator = TestGenerator.count(5);
      try (var stream = generator.stream()) {
        assertThat(stream.findFirst()).contains(1);
      }
      assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void bodiesThatWereNotCompiledSaySo() {
      assertThatThrownBy(() -> Generator.<Integer, @Nullable Object>yield(1))
          .hasMessageContaining("FooAsync");
      assertThatThrownBy(() -> Generator.yieldFrom(List.of())).hasMessageContaining("yieldFrom");
    }
  }

  @Nested
  class Sending {

    private final SendGenerator<Object, @Nullable Object, @Nullable Object> echo =
        TestGenerator.of(g -> g.give(1, g.at() == 0 ? "first" : g.sent()));

    @Test
    void theYieldGetsWhatIsSent() {
      assertThat(echo.next()).isEqualTo("first");
      assertThat(echo.send("a")).isEqualTo("a");
      assertThat(echo.next()).isNull();
      assertThat(echo.send("b")).isEqualTo("b");
    }

    @Test
    @SuppressWarnings("NullAway") // its S is nullable
    void onlyNullCanBeSentToANewOne() {
      assertThatThrownBy(() -> echo.send("a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has not begun");
      assertThat(echo.send(null)).isEqualTo("first");
    }

    @Test
    void notAfterHasNext() {
      echo.next();
      assertThat(echo.hasNext()).isTrue();
      assertThatThrownBy(() -> echo.send("a"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("hasNext()");
    }

    @Test
    void theEndCarriesTheResult() {
      SendGenerator<Integer, @Nullable Object, @Nullable Object> generator = TestGenerator.count(1);
      generator.next();
      assertThatThrownBy(() -> generator.send("x"))
          .isInstanceOfSatisfying(
              StopIterationException.class,
              stop -> assertThat(stop.value()).isEqualTo("counted 1"));
    }

    @Test
    void returningIsAGeneratorWithoutValues() {
      SendGenerator<Integer, Object, String> generator = SendGenerator.returning("r");
      assertThatThrownBy(generator::next)
          .isInstanceOfSatisfying(
              StopIterationException.class, stop -> assertThat(stop.value()).isEqualTo("r"));
      assertThat(Generator.completed().hasNext()).isFalse();
    }
  }

  @Nested
  class Throwing {

    private final Generator<Object> catching =
        TestGenerator.catching(
            g -> g.hasThrown() ? g.give(1, "caught " + g.thrown().getMessage()) : g.give(1, "v"));

    @Test
    void theYieldThrows() {
      catching.next();
      assertThat(catching.throwInto(new IOException("x"))).isEqualTo("caught x");
      assertThat(catching.next()).isEqualTo("v");
    }

    @Test
    void oneThatHasNotBegunFailsAndIsDone() {
      IOException failure = new IOException();
      assertThatThrownBy(() -> catching.throwInto(failure)).isSameAs(failure);
      assertThat(catching.hasNext()).isFalse();
    }

    @Test
    void oneThatIsDoneThrowsIt() {
      IOException failure = new IOException();
      catching.close();
      assertThatThrownBy(() -> catching.throwInto(failure)).isSameAs(failure);
    }

    @Test
    @SuppressWarnings("NullAway") // what is tested
    void notNull() {
      catching.next();
      assertThatThrownBy(() -> catching.throwInto(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aStopIterationDoesNotLookLikeTheEnd() {
      StopIterationException stop = new StopIterationException(null);
      TestGenerator<Integer> generator = TestGenerator.count(2);
      generator.next();
      assertThatThrownBy(() -> generator.throwInto(stop))
          .isInstanceOf(IllegalStateException.class)
          .hasCause(stop);
      assertThatThrownBy(() -> generator.throwInto(stop)).isSameAs(stop);
      assertThatThrownBy(() -> TestGenerator.count(2).throwInto(stop)).isSameAs(stop);
    }

    @Test
    void theBodyMayEndOnIt() {
      TestGenerator<Object> generator =
          TestGenerator.catching(g -> g.at() == 0 ? g.give(1, "v") : g.end("r"));
      generator.next();
      assertThatThrownBy(() -> generator.throwInto(new IOException()))
          .isInstanceOfSatisfying(
              StopIterationException.class, end -> assertThat(end.value()).isEqualTo("r"));
    }

    @Test
    void aGeneratorExitMayBeThrownLikeAnyOther() {
      catching.next();
      assertThat(catching.throwInto(new GeneratorExit())).isEqualTo("caught null");
      GeneratorExit exit = new GeneratorExit();
      TestGenerator<Integer> generator = TestGenerator.count(2);
      generator.next();
      assertThatThrownBy(() -> generator.throwInto(exit)).isSameAs(exit);
    }

    @Test
    void whatHasNextHasRunAheadToIsDropped() {
      assertThat(catching.hasNext()).isTrue();
      assertThat(catching.throwInto(new IOException("x"))).isEqualTo("caught x");
    }
  }

  @Nested
  class Closing {

    @Test
    void throwsGeneratorExitIntoTheBody() {
      Generator<Object> generator =
          TestGenerator.catching(
              g -> {
                if (g.at() == 0) {
                  return g.give(1, "v");
                }
                trace.add(g.thrown());
                return raise(g.thrown());
              });
      generator.next();
      generator.close();
      generator.close();
      assertThat(trace).singleElement().isInstanceOf(GeneratorExit.class);
      assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void oneThatHasNotBegunNeverRuns() {
      Generator<Object> generator = TestGenerator.of(g -> g.end(trace.add("runs")));
      generator.close();
      assertThat(generator.hasNext()).isFalse();
      assertThat(trace).isEmpty();
    }

    @Test
    void theBodyMayReturn() {
      Generator<Object> generator =
          TestGenerator.catching(g -> g.at() == 0 ? g.give(1, "v") : g.end("r"));
      generator.next();
      generator.close();
      assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void afterHasNextToo() {
      Generator<Object> generator =
          TestGenerator.catching(
              g -> {
                if (g.at() == 0) {
                  return g.give(1, "v");
                }
                trace.add("closed");
                return raise(g.thrown());
              });
      assertThat(generator.hasNext()).isTrue();
      generator.close();
      assertThat(trace).containsExactly("closed");
      assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void oneThatIsDoneStaysSo() {
      Generator<Integer> generator = TestGenerator.count(0);
      assertThat(generator.hasNext()).isFalse();
      generator.close();
      Generator<Object> failed = TestGenerator.of(g -> raise(new IOException()));
      assertThatThrownBy(failed::next).isInstanceOf(IOException.class);
      failed.close();
    }

    @Test
    void theBodyMustNotYield() {
      Generator<Object> generator = TestGenerator.catching(g -> g.give(1, "v"));
      generator.next();
      assertThatThrownBy(generator::close)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ignored GeneratorExit");
    }

    @Test
    void aFailureOfTheBodyComesOut() {
      IOException failure = new IOException();
      Generator<Object> generator =
          TestGenerator.catching(g -> g.at() == 0 ? g.give(1, "v") : raise(failure));
      generator.next();
      assertThatThrownBy(generator::close).isSameAs(failure);
    }
  }

  @Nested
  class Delegation {

    private TestGenerator<Object> outer(Generator<?> inner) {
      return TestGenerator.catching(
          g ->
              switch (g.at()) {
                case 0 -> g.give(1, "before");
                case 1 -> g.from(2, inner);
                case 2 -> {
                  trace.add(
                      g.hasThrown() ? "threw " + g.thrown().getClass().getSimpleName() : g.sent());
                  yield g.hasThrown() && g.thrown() instanceof GeneratorExit
                      ? raise(g.thrown())
                      : g.give(3, "after");
                }
                default -> g.hasThrown() ? raise(g.thrown()) : g.end("outer");
              });
    }

    @Test
    void passesValuesAndTheResultOn() {
      assertThat(outer(TestGenerator.count(2)).stream().toList())
          .containsExactly("before", 1, 2, "after");
      assertThat(trace).containsExactly("counted 2");
    }

    @Test
    void toOneWithoutValues() {
      assertThat(outer(TestGenerator.count(0)).stream().toList())
          .containsExactly("before", "after");
      assertThat(trace).containsExactly("counted 0");
    }

    @Test
    void passesOnWhatIsSent() {
      TestGenerator<Object> inner =
          TestGenerator.of(g -> g.at() < 2 ? g.give(g.at() + 1, g.sent()) : g.end(g.sent()));
      TestGenerator<Object> outer = outer(inner);
      outer.next();
      assertThat(outer.send("dropped")).isNull();
      assertThat(outer.send("a")).isEqualTo("a");
      assertThat(outer.send("b")).isEqualTo("after");
      assertThat(trace).containsExactly("b");
    }

    @Test
    void passesOnWhatIsThrown() {
      TestGenerator<Object> inner =
          TestGenerator.catching(
              g -> g.hasThrown() ? g.give(1, g.thrown().getMessage()) : g.give(1, "in"));
      TestGenerator<Object> outer = outer(inner);
      outer.next();
      outer.next();
      assertThat(outer.throwInto(new IOException("x"))).isEqualTo("x");
    }

    @Test
    void aFailureOfTheOtherCanBeCaught() {
      TestGenerator<Object> outer = outer(TestGenerator.of(g -> raise(new IOException())));
      outer.next();
      assertThatThrownBy(outer::next).isInstanceOf(IOException.class);
      TestGenerator<Object> later =
          outer(TestGenerator.of(g -> g.at() == 0 ? g.give(1, "i") : raise(new IOException())));
      later.next();
      later.next();
      assertThat(later.next()).isEqualTo("after");
      assertThat(trace).containsExactly("threw IOException");
    }

    @Test
    void closingClosesTheOtherFirst() {
      TestGenerator<Object> inner =
          TestGenerator.catching(
              g -> {
                if (g.hasThrown()) {
                  trace.add("inner closed");
                  return g.end("quietly");
                }
                return g.give(1, "in");
              });
      TestGenerator<Object> outer = outer(inner);
      outer.next();
      outer.next();
      outer.close();
      assertThat(trace).containsExactly("inner closed", "threw GeneratorExit");
    }

    @Test
    void oneThatIgnoresItsEndFailsForItsCaller() {
      TestGenerator<Object> inner = TestGenerator.catching(g -> g.give(1, "in"));
      TestGenerator<Object> outer = outer(inner);
      outer.next();
      outer.next();
      assertThatThrownBy(outer::close)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ignored GeneratorExit");
      assertThat(trace).containsExactly("threw IllegalStateException");
      assertThat(inner.next()).isEqualTo("in");
    }

    @Test
    void toOneThatHasBegun() {
      TestGenerator<Integer> inner = TestGenerator.count(3);
      inner.next();
      assertThat(inner.hasNext()).isTrue();
      assertThat(outer(inner).stream().toList()).containsExactly("before", 2, 3, "after");
      assertThat(trace).containsExactly("counted 3");
    }

    @Test
    void toAnIterable() {
      TestGenerator<Object> outer =
          TestGenerator.of(g -> g.at() == 0 ? g.from(1, List.of("a", "b")) : g.end(null));
      assertThat(outer.next()).isEqualTo("a");
      assertThatThrownBy(() -> outer.send("x"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("takes no values");
    }

    @Test
    void anyDepth() {
      int depth = 100_000;
      TestGenerator<Object> chain =
          TestGenerator.of(g -> g.at() < 2 ? g.give(g.at() + 1, g.at()) : g.end("leaf"));
      for (int i = 0; i < depth; i++) {
        TestGenerator<Object> inner = chain;
        chain = TestGenerator.of(g -> g.at() == 0 ? g.from(1, inner) : g.end(g.sent()));
      }
      TestGenerator<Object> whole = chain;
      assertThat(whole.next()).isEqualTo(0);
      assertThat(whole.next()).isEqualTo(1);
      assertThatThrownBy(whole::next)
          .isInstanceOfSatisfying(
              StopIterationException.class, stop -> assertThat(stop.value()).isEqualTo("leaf"));
    }
  }
}
