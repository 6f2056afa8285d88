package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What CPython's test_yield_from pins about how generators and others end and fail together. */
class DelegationTest {

  private final List<Object> trace = new ArrayList<>();

  private static Object raise(Throwable throwable) throws Throwable {
    throw throwable;
  }

  /** A body that yields twice and, unless it ends so, meets its failure in a way of its own. */
  private static TestGenerator<Object> inner(TestGenerator.Body onFailure) {
    return TestGenerator.catching(
        g ->
            g.hasThrown()
                ? onFailure.run(g)
                : g.at() < 2 ? g.give(g.at() + 1, "v" + g.at()) : g.end("returned"));
  }

  /** Delegates, and returns the result. */
  private static TestGenerator<Object> outer(Generator<?> inner) {
    return TestGenerator.of(g -> g.at() == 0 ? g.from(1, inner) : g.end(g.sent()));
  }

  /** Delegates, and notes how that ends. */
  private TestGenerator<Object> noting(Generator<?> inner) {
    return TestGenerator.catching(
        g -> {
          if (g.at() == 0) {
            return g.from(1, inner);
          }
          trace.add(g.hasThrown() ? g.thrown() : g.sent());
          return g.hasThrown() ? raise(g.thrown()) : g.end(g.sent());
        });
  }

  private static @Nullable Object resultOf(Runnable call) {
    try {
      call.run();
    } catch (StopIterationException end) {
      return end.value();
    }
    throw new AssertionError("it did not end");
  }

  /** Throws into a generator that delegates to another, two levels deep, and has yielded once. */
  private void thrown(TestGenerator.Body onFailure, Throwable thrown, Consumer<Throwable> check) {
    TestGenerator<Object> generator = outer(outer(inner(onFailure)));
    assertThat(generator.next()).isEqualTo("v0");
    assertThatThrownBy(() -> generator.throwInto(thrown)).satisfies(check::accept);
    assertThat(generator.hasNext()).isFalse();
  }

  private static final TestGenerator.Body RETHROWS = g -> raise(g.thrown());

  @Test
  void whatIsThrownComesOut() {
    for (Throwable thrown : List.of(new IOException(), new Error(), new GeneratorExit())) {
      this.thrown(RETHROWS, thrown, out -> assertThat(out).isSameAs(thrown));
    }
    StopIterationException stop = new StopIterationException(null);
    thrown(
        RETHROWS,
        stop,
        out -> assertThat(out).isInstanceOf(IllegalStateException.class).hasCause(stop));
  }

  @Test
  void whatTheOtherThrowsInsteadComesOut() {
    for (Throwable raised : List.of(new IOException(), new Error(), new GeneratorExit())) {
      thrown(g -> raise(raised), new IOException(), out -> assertThat(out).isSameAs(raised));
    }
    IOException raised = new IOException();
    thrown(g -> raise(raised), new GeneratorExit(), out -> assertThat(out).isSameAs(raised));
    GeneratorExit exit = new GeneratorExit();
    thrown(g -> raise(new GeneratorExit()), exit, out -> assertThat(out).isSameAs(exit));
  }

  @Test
  void whenTheOtherReturnsTheResultIsThatOfTheDelegation() {
    TestGenerator<Object> generator = outer(outer(inner(g -> g.end("caught"))));
    generator.next();
    assertThat(resultOf(() -> generator.throwInto(new IOException()))).isEqualTo("caught");
    GeneratorExit exit = new GeneratorExit();
    thrown(g -> g.end("caught"), exit, out -> assertThat(out).isSameAs(exit));
  }

  @Test
  void whenTheOtherYieldsThatIsTheNextValue() {
    TestGenerator<Object> generator = outer(outer(inner(g -> g.give(2, "handled"))));
    generator.next();
    assertThat(generator.throwInto(new IOException())).isEqualTo("handled");
    assertThat(resultOf(generator::next)).isEqualTo("returned");
    thrown(
        g -> g.give(2, "ignores it"),
        new GeneratorExit(),
        out ->
            assertThat(out)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ignored GeneratorExit"));
  }

  @Test
  void closingEndsAllQuietly() {
    for (TestGenerator.Body quietly :
        List.<TestGenerator.Body>of(
            RETHROWS, g -> g.end("caught"), g -> raise(new GeneratorExit()))) {
      TestGenerator<Object> generator = outer(outer(inner(quietly)));
      generator.next();
      generator.close();
      assertThat(generator.hasNext()).isFalse();
    }
  }

  @Test
  void closingFailsWithWhatTheOtherThrows() {
    IOException failure = new IOException();
    TestGenerator<Object> generator = noting(outer(inner(g -> raise(failure))));
    generator.next();
    assertThatThrownBy(generator::close).isSameAs(failure);
    assertThat(trace).containsExactly(failure);
    assertThat(generator.hasNext()).isFalse();
  }

  @Test
  void whoSwallowsTheFailureOfTheOtherWhenClosedEndsQuietly() {
    TestGenerator<Object> middle =
        TestGenerator.catching(
            g -> g.at() == 0 ? g.from(1, inner(h -> raise(new IOException()))) : g.end("fine"));
    TestGenerator<Object> generator = noting(middle);
    generator.next();
    generator.close();
    assertThat(trace).singleElement().isInstanceOf(GeneratorExit.class);
  }

  @Test
  void oneThatDelegatesWhenClosedGoesOnByItself() {
    TestGenerator<Object> stubborn =
        TestGenerator.catching(
            g ->
                switch (g.at()) {
                  case 0 -> g.give(1, "v");
                  case 1 -> g.from(2, TestGenerator.count(2));
                  default -> g.end("stubborn");
                });
    TestGenerator<Object> generator = outer(stubborn);
    generator.next();
    assertThatThrownBy(generator::close).hasMessageContaining("ignored GeneratorExit");
    assertThat(generator.hasNext()).isFalse();
    assertThat(stubborn.next()).isEqualTo(2);
    assertThat(resultOf(stubborn::next)).isEqualTo("stubborn");
  }

  /** Delegates more than once for each frame that the Java stack may hold. */
  private static TestGenerator<Object> deeply(TestGenerator<Object> innermost) {
    TestGenerator<Object> generator = innermost;
    for (int i = 0; i < 2 * YieldFrame.MAX_DEPTH; i++) {
      generator = outer(generator);
    }
    return generator;
  }

  /** Delegates, and to another while it is closed. */
  private TestGenerator<Object> delegatingWhenClosed(Generator<?> other) {
    return TestGenerator.catching(
        g ->
            switch (g.at()) {
              case 0 -> g.from(1, inner(RETHROWS));
              case 1 -> g.from(2, other);
              default -> {
                trace.add(g.hasThrown() ? g.thrown() : g.sent());
                yield g.end(null);
              }
            });
  }

  @Test
  void whatOneDelegatesToWhenClosedIsNotClosed() {
    TestGenerator<Object> generator =
        outer(delegatingWhenClosed(deeply(TestGenerator.of(g -> g.end("result")))));
    generator.next();
    generator.close();
    assertThat(trace).containsExactly("result");
    assertThat(generator.hasNext()).isFalse();
  }

  @Test
  void whatOneDelegatesToWhenClosedMustNotYield() {
    TestGenerator<Object> generator =
        noting(delegatingWhenClosed(deeply(TestGenerator.of(g -> g.give(1, "late")))));
    generator.next();
    assertThatThrownBy(generator::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ignored GeneratorExit");
    assertThat(trace)
        .singleElement()
        .satisfies(thrown -> assertThat(thrown).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void closingDropsTheResult() {
    TestGenerator<Object> generator = inner(g -> g.end("caught"));
    generator.next();
    generator.close();
    assertThat(resultOf(generator::next)).isNull();
  }

  @Test
  void toWhoRunsAlreadyFailsInTheBody() {
    List<Generator<?>> first = new ArrayList<>();
    TestGenerator<Object> two =
        TestGenerator.catching(
            g -> {
              if (g.at() == 0) {
                return g.give(1, "two");
              }
              assertThatThrownBy(() -> g.from(2, first.get(0)))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("running already");
              return g.end("survives");
            });
    TestGenerator<Object> one = outer(two);
    first.add(one);
    assertThat(one.next()).isEqualTo("two");
    assertThat(resultOf(one::next)).isEqualTo("survives");
  }

  @Test
  void whoIsDelegatedToCanBeAskedDirectlyToo() {
    TestGenerator<Integer> inner = TestGenerator.count(4);
    TestGenerator<Object> outer = outer(outer(inner));
    assertThat(outer.next()).isEqualTo(1);
    assertThat(inner.next()).isEqualTo(2);
    assertThat(outer.next()).isEqualTo(3);
    assertThat(inner.hasNext()).isTrue();
    assertThat(outer.next()).isEqualTo(4);
    assertThat(resultOf(outer::next)).isEqualTo("counted 4");
  }

  @Test
  void whoIsDelegatedToCanBeClosedDirectlyToo() {
    TestGenerator<Object> inner = inner(RETHROWS);
    TestGenerator<Object> outer = noting(inner);
    outer.next();
    inner.close();
    assertThat(resultOf(outer::next)).isNull();
    TestGenerator<Object> middle = outer(inner(RETHROWS));
    outer = noting(middle);
    outer.next();
    middle.close();
    assertThat(resultOf(outer::next)).isNull();
  }

  /** An iterator that takes note of its end. */
  private final class Closeable implements Iterator<Object>, AutoCloseable {
    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Object next() {
      return "i";
    }

    @Override
    public void close() throws IOException {
      trace.add("closed");
      throw new IOException("close");
    }
  }

  private static TestGenerator<Object> over(Iterator<?> source) {
    return TestGenerator.of(g -> g.at() == 0 ? g.from(1, source) : g.end(g.sent()));
  }

  @Test
  void whatIsThrownComesOutOfADelegationToAnIterator() {
    TestGenerator<Object> generator = over(List.of("i", "j").iterator());
    generator.next();
    IOException thrown = new IOException();
    assertThatThrownBy(() -> generator.throwInto(thrown)).isSameAs(thrown);
    TestGenerator<Object> closed = over(List.of("i", "j").iterator());
    closed.next();
    closed.close();
    assertThat(closed.hasNext()).isFalse();
  }

  @Test
  void anIteratorThatCanBeClosedIs() {
    TestGenerator<Object> generator = over(new Closeable());
    generator.next();
    assertThatThrownBy(generator::close).isInstanceOf(IOException.class);
    assertThat(trace).containsExactly("closed");
    TestGenerator<Object> thrownInto = over(new Closeable());
    thrownInto.next();
    assertThatThrownBy(() -> thrownInto.throwInto(new Error())).isInstanceOf(Error.class);
    assertThat(trace).containsExactly("closed");
  }

  @Test
  void noResultOfAnIterator() {
    assertThat(resultOf(over(List.of().iterator())::next)).isNull();
  }

  @Test
  void closedAtAnyDepth() {
    int depth = 100_000;
    TestGenerator<Object> chain = inner(RETHROWS);
    for (int i = 0; i < depth; i++) {
      chain = outer(chain);
    }
    chain.next();
    chain.close();
    assertThat(chain.hasNext()).isFalse();
  }
}
