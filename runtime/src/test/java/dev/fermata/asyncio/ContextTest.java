package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Context variables by themselves, and in tasks and callbacks. */
@SuppressWarnings({"NullAway", "try"}) // a null where none belongs fails the test
class ContextTest extends LoopTest {

  private final ContextVar<Integer> var = new ContextVar<>("var");
  private final ContextVar<String> named = new ContextVar<>("named", "nope");

  /** Runs a test in an empty context, so that it leaves nothing behind in the thread's. */
  private static void isolated(Runnable test) {
    new Context().run(test);
  }

  @Nested
  class Variables {

    @Test
    void haveNamesAndIdentities() {
      assertThat(var.name()).isEqualTo("var");
      assertThat(var).isNotEqualTo(new ContextVar<>("var"));
      assertThatThrownBy(() -> new ContextVar<>(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void haveValuesDefaultsOrNone() {
      isolated(
          () -> {
            assertThatThrownBy(var::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("name='var'")
                .hasMessageContaining("set(..)");
            assertThat(var.get(7)).isEqualTo(7);
            assertThat(named.get()).isEqualTo("nope");
            assertThat(named.get("other")).isEqualTo("other");
            var.set(42);
            assertThat(var.get()).isEqualTo(42);
            assertThat(var.get(7)).isEqualTo(42);
            var.set(null);
            assertThat(var.get()).isNull();
            assertThat(var.get(7)).isNull();
          });
    }

    @Test
    void describeThemselvesEvenInARing() {
      assertThat(var).hasToString("<ContextVar name='var'>");
      assertThat(named).hasToString("<ContextVar name='named' default=nope>");
      List<Object> list = new ArrayList<>();
      ContextVar<List<Object>> ring = new ContextVar<>("ring", list);
      list.add(ring);
      assertThat(ring.toString()).contains("name='ring'").contains("...");
      assertThat(list.toString()).contains("name='ring'").contains("...");
    }

    @Test
    void areOfTheThreadOutsideOfLoops() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int mine = i;
        results.add(
            threads.submit(
                () -> {
                  var.set(mine);
                  return var.get();
                }));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(results.get(i).get()).isEqualTo(i);
      }
      threads.shutdown();
      isolated(() -> assertThat(var.get(-1)).isEqualTo(-1));
    }
  }

  @Nested
  class Tokens {

    @Test
    void bringBackTheValueFromBefore() {
      isolated(
          () -> {
            Token<Integer> first = var.set(42);
            assertThat(first.oldValue()).isSameAs(Token.MISSING);
            assertThat(first.var()).isSameAs(var);
            Token<Integer> second = var.set(43);
            assertThat(second.oldValue()).isEqualTo(42);
            var.reset(second);
            assertThat(var.get()).isEqualTo(42);
            assertThatThrownBy(() -> var.reset(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has already been used once");
            assertThat(var.get()).isEqualTo(42);
            var.reset(first);
            assertThat(Asyncio.copyContext().contains(var)).isFalse();
          });
    }

    @Test
    void doSoWhenClosed() {
      isolated(
          () -> {
            var.set(1);
            try (Token<Integer> token = var.set(2)) {
              assertThat(var.get()).isEqualTo(2);
            }
            assertThat(var.get()).isEqualTo(1);
          });
    }

    @Test
    void areForTheirVariable() {
      isolated(
          () -> {
            Token<Integer> token = var.set(42);
            ContextVar<Integer> other = new ContextVar<>("other");
            assertThatThrownBy(() -> other.reset(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by a different ContextVar");
          });
    }

    @Test
    void areForTheirContext() {
      isolated(
          () -> {
            Token<Integer> token = new Context().run(() -> var.set(1));
            assertThatThrownBy(() -> var.reset(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different Context");
          });
    }

    @Test
    void describeThemselves() {
      isolated(
          () -> {
            Token<Integer> token = var.set(1);
            assertThat(token).hasToString("<Token var=<ContextVar name='var'>>");
            token.close();
            assertThat(token).hasToString("<Token used var=<ContextVar name='var'>>");
            assertThat(Token.MISSING).hasToString("<Token.MISSING>");
          });
    }
  }

  @Nested
  class Contexts {

    @Test
    void runFunctionsAndKeepWhatTheySet() {
      Context one = new Context();
      Context two = new Context();
      Context copy =
          one.run(
              () -> {
                var.set(1);
                two.run(() -> assertThat(var.get(null)).isNull());
                assertThat(var.get()).isEqualTo(1);
                return Asyncio.copyContext();
              });
      assertThat(copy).isEqualTo(one).hasSameHashCodeAs(one).isNotSameAs(one).isNotEqualTo(two);
      assertThat(copy.get(var)).isEqualTo(1);
      assertThat(var.get(null)).isNull();
    }

    @Test
    void passTheVeryException() {
      IOException failure = new IOException();
      Context context = new Context();
      assertThat(
              catchThrowable(
                  () ->
                      context.run(
                          () -> {
                            var.set(1);
                            throw failure;
                          })))
          .isSameAs(failure);
      assertThat(var.get(null)).isNull();
      assertThat(context.get(var)).isEqualTo(1);
    }

    @Test
    void cannotBeEnteredTwice() {
      Context context = new Context();
      context.run(
          () ->
              assertThatThrownBy(() -> context.run(() -> {}))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("is already entered")
                  .hasMessageContaining("copy()"));
      context.run(() -> {});
    }

    @Test
    void areMappings() {
      Context context = new Context();
      context.run(
          () -> {
            assertThat(named.get()).isEqualTo("nope");
            assertThat(context.get(named)).isNull();
            assertThat(context.get(named, "spam")).isEqualTo("spam");
            assertThat(context.contains(named)).isFalse();
            assertThat(context).isEmpty();
            Token<String> token = named.set("yes");
            assertThat(context).containsExactly(named);
            assertThat(context.items()).hasSize(1).containsEntry(named, "yes");
            assertThat(context.get(named, "spam")).isEqualTo("yes");
            assertThat(context.size()).isEqualTo(1);
            named.reset(token);
            assertThat(context).isEmpty();
            assertThat(context.size()).isZero();
          });
    }

    @Test
    void copiesGoTheirOwnWay() {
      Context one = new Context();
      one.run(
          () -> {
            var.set(10);
            Context two = one.copy();
            var.set(20);
            two.run(
                () -> {
                  assertThat(var.get()).isEqualTo(10);
                  var.set(30);
                });
            assertThat(one.get(var)).isEqualTo(20);
            assertThat(two.get(var)).isEqualTo(30);
          });
    }

    @Test
    void describeThemselves() {
      Context context = new Context();
      assertThat(context).hasToString("<Context size=0>");
      context.run(
          () -> {
            var.set(1);
            assertThat(context).hasToString("<Context size=1 entered>");
          });
    }

    @Test
    void areEqualIfTheirValuesAre() {
      Context one = new Context();
      Context two = new Context();
      one.run(() -> named.set(new String("equal")));
      assertThat(one).isNotEqualTo(two).isNotEqualTo("a string");
      two.run(() -> named.set(new String("equal")));
      assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
      two.run(() -> named.set("other"));
      assertThat(one).isNotEqualTo(two);
      Context three = new Context();
      three.run(() -> var.set(1));
      assertThat(one).isNotEqualTo(three);
    }
  }

  @Nested
  class InTasks {

    /** Sets the variable, waits a turn, and says what it sees after. */
    private Coroutine<Object> setter(int value) {
      return TestFrame.of(
          f -> {
            if (f.at() == 0) {
              var.set(value);
              return f.await(1, Asyncio.sleep(Duration.ZERO));
            }
            return var.get();
          });
    }

    @Test
    void eachHasItsOwn() {
      Coroutine<Object> main =
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      var.set(1);
                      Task<Object> sub = Asyncio.createTask(setter(2));
                      var.set(3);
                      yield f.await(1, sub);
                    }
                    default -> List.of(f.sent(), var.get());
                  });
      assertThat(loop.runUntilComplete(main)).isEqualTo(List.of(2, 3));
      assertThat(var.get(null)).isNull();
    }

    @Test
    void itIsACopyOfWhereTheTaskWasMade() {
      List<Object> seen = new ArrayList<>();
      Coroutine<?> sub =
          TestFrame.of(
              f -> {
                seen.add(named.get());
                return null;
              });
      Coroutine<?> main =
          TestFrame.of(
              f -> {
                if (f.at() == 0) {
                  named.set("before");
                  Task<?> task = Asyncio.createTask(sub);
                  named.set("after");
                  return f.await(1, task);
                }
                return null;
              });
      loop.runUntilComplete(main);
      assertThat(seen).containsExactly("before");
    }

    @Test
    void awaitedCoroutinesShareIt() {
      Coroutine<Object> inner = setter(5);
      Coroutine<Object> main = TestFrame.of(f -> f.at() == 0 ? f.await(1, inner) : var.get());
      assertThat(loop.runUntilComplete(main)).isEqualTo(5);
    }

    @Test
    void manyAtOnceDoNotMixThemUp() {
      List<Task<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int mine = i;
        tasks.add(
            loop.createTask(
                TestFrame.of(
                    f -> {
                      if (f.at() > 0) {
                        assertThat(var.get()).isEqualTo(mine + f.at() - 1);
                      }
                      var.set(mine + f.at());
                      return f.at() < 10
                          ? f.await(f.at() + 1, Asyncio.sleep(Duration.ofMillis(mine * 7 % 11)))
                          : var.get();
                    })));
      }
      List<Object> results = loop.runUntilComplete(Gather.of(tasks, false));
      assertThat(results).first().isEqualTo(10);
      assertThat(results).last().isEqualTo(109);
      assertThat(var.get(-1)).isEqualTo(-1);
    }

    @Test
    void oneThatIsGivenIsNotCopied() {
      Context context = new Context();
      TaskOptions options = TaskOptions.defaults().context(context);
      Task<Object> first = loop.createTask(setter(1), options);
      assertThat(first.getContext()).isSameAs(context);
      loop.runUntilComplete(first);
      assertThat(context.get(var)).isEqualTo(1);
      loop.runUntilComplete(loop.createTask(setter(2), options));
      assertThat(context.get(var)).isEqualTo(2);
      Coroutine<Task<Object>> main = TestFrame.of(f -> Asyncio.createTask(setter(3), options));
      loop.runUntilComplete(loop.runUntilComplete(main));
      assertThat(context.get(var)).isEqualTo(3);
    }

    @Test
    void getContextIsTheOneObject() {
      Task<Object> task = loop.createTask(setter(1));
      Context before = task.getContext();
      assertThat(task.getContext()).isSameAs(before);
      loop.runUntilComplete(task);
      assertThat(task.getContext()).isSameAs(before);
      assertThat(before.get(var)).isEqualTo(1);
    }

    @Test
    void getContextWhileItRuns() {
      List<Context> contexts = new ArrayList<>();
      Coroutine<?> coroutine =
          TestFrame.doing(
              () -> {
                Task<?> self = Asyncio.currentTask();
                contexts.add(self.getContext());
                var.set(1);
                contexts.add(new Context().run(self::getContext));
                assertThat(self.getContext().get(var)).isEqualTo(1);
              });
      Task<?> task = loop.createTask(coroutine);
      loop.runUntilComplete(task);
      contexts.add(task.getContext());
      assertThat(contexts).allSatisfy(context -> assertThat(context).isSameAs(contexts.get(0)));
    }

    @Test
    void oneThatIsInUseFailsTheTask() {
      Context context = new Context();
      context.run(
          () -> {
            Task<?> task =
                loop.createTask(
                    TestFrame.doing(say("ran")::run), TaskOptions.defaults().context(context));
            assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already entered");
          });
      assertThat(trace).isEmpty();
    }
  }

  @Nested
  class InCallbacks {

    private void look() {
      trace.add(named.get());
    }

    @Test
    void theyRunInACopyOfWhereTheyWereScheduled() {
      isolated(
          () -> {
            named.set("soon");
            loop.callSoon(this::look);
            named.set("later");
            loop.callLater(Duration.ZERO, this::look);
            named.set("at");
            loop.callAt(loop.time(), this::look);
            named.set("threadsafe");
            loop.callSoonThreadsafe(this::look);
            named.set("done");
            dev.fermata.asyncio.Future<String> future = loop.createFuture();
            future.addDoneCallback(done -> look());
            named.set("done already");
            future.setResult("r");
            future.addDoneCallback(done -> look());
            named.set("too late");
          });
      turns(1);
      assertThat(trace)
          .containsExactlyInAnyOrder("soon", "later", "at", "threadsafe", "done", "done already");
    }

    @Test
    void orInOneThatIsGiven() {
      Context context = new Context();
      context.run(() -> named.set("given"));
      dev.fermata.asyncio.Future<String> future = loop.createFuture();
      loop.callSoon(this::look, context);
      loop.callSoonThreadsafe(this::look, context);
      loop.callLater(Duration.ZERO, this::look, context);
      loop.callAt(0, this::look, context);
      future.addDoneCallback(done -> look(), context);
      future.setResult("r");
      future.addDoneCallback(done -> look(), context);
      turns(1);
      assertThat(trace).hasSize(6).containsOnly("given");
    }

    @Test
    void whatTheySetIsTheirOwn() {
      Coroutine<Object> main =
          TestFrame.of(
              f -> {
                if (f.at() == 0) {
                  dev.fermata.asyncio.Future<String> future = loop.createFuture();
                  future.addDoneCallback(done -> named.set("callback's"));
                  named.set("task's");
                  loop.callSoon(() -> future.setResult("r"));
                  return f.await(1, future);
                }
                return named.get();
              });
      assertThat(loop.runUntilComplete(main)).isEqualTo("task's");
      assertThat(named.get()).isEqualTo("nope");
    }

    @Test
    void handlesTellTheirs() {
      Context context = new Context();
      Handle given = loop.callSoon(this::look, context);
      assertThat(given.getContext()).isSameAs(context);
      List<Context> seen = new ArrayList<>();
      Handle[] own = new Handle[1];
      own[0] =
          loop.callSoon(
              () -> {
                named.set("set");
                seen.add(own[0].getContext());
              });
      turns(1);
      assertThat(own[0].getContext()).isSameAs(seen.get(0));
      assertThat(own[0].getContext().get(named)).isEqualTo("set");
    }

    @Test
    void theExceptionHandlerRunsInTheCallbacks() {
      loop.setExceptionHandler((l, report) -> look());
      loop.callSoon(
          () -> {
            named.set("callback");
            throw new IllegalStateException();
          });
      turns(1);
      assertThat(trace).containsExactly("callback");
    }

    @Test
    void theExceptionHandlerRunsInTheTasks() {
      loop.setExceptionHandler((l, report) -> look());
      loop.createTask(
          TestFrame.doing(
              () -> {
                named.set("task");
                throw new IllegalStateException();
              }));
      turns(1);
      loop.close();
      assertThat(trace).containsExactly("task");
    }

    @Test
    void aCallbackWhoseContextIsInUseIsReported() {
      Context context = new Context();
      context.run(
          () -> {
            loop.callSoon(this::look, context);
            turns(1);
          });
      assertThat(trace).isEmpty();
      assertThat(takeReports())
          .singleElement()
          .satisfies(
              report -> assertThat(report.exception()).hasMessageContaining("already entered"));
    }

    @Test
    void removeDoneCallbackFindsThoseWithValues() {
      java.util.function.Consumer<dev.fermata.asyncio.Future<String>> callback = done -> look();
      dev.fermata.asyncio.Future<String> future = loop.createFuture();
      isolated(
          () -> {
            named.set("set");
            future.addDoneCallback(callback);
            assertThat(future.removeDoneCallback(callback)).isEqualTo(1);
            future.addDoneCallback(callback);
            future.addDoneCallback(callback, new Context());
          });
      assertThat(future.removeDoneCallback(callback)).isEqualTo(2);
      assertThat(future).hasToString("<Future pending>");
    }
  }

  @Test
  void runUntilCompleteOfATaskSeesTheThreadsValues() {
    isolated(
        () -> {
          named.set("thread's");
          Coroutine<String> main =
              TestFrame.of(
                  f -> {
                    String seen = named.get();
                    named.set("task's");
                    return seen;
                  });
          assertThat(loop.runUntilComplete(main)).isEqualTo("thread's");
          assertThat(named.get()).isEqualTo("thread's");
        });
  }
}
