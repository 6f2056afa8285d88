package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class FuturesTest extends LoopTest {

  private final Future<String> future = loop.createFuture();

  @Nested
  class States {

    @Test
    void pendingAtFirst() {
      assertThat(future.done()).isFalse();
      assertThat(future.cancelled()).isFalse();
      assertThat(future.getLoop()).isSameAs(loop);
      assertThat(future).hasToString("<Future pending>");
    }

    @Test
    void finishesWithResult() {
      future.setResult("r");
      assertThat(future.done()).isTrue();
      assertThat(future.cancelled()).isFalse();
      assertThat(future.result()).isEqualTo("r");
      assertThat(future.exception()).isNull();
      assertThat(future).hasToString("<Future finished result=r>");
    }

    @Test
    void finishesWithNull() {
      future.setResult(null);
      assertThat(future.done()).isTrue();
      assertThat(future.result()).isNull();
      assertThat(future.exception()).isNull();
    }

    @Test
    void failsWithTheVeryObjectEvenIfChecked() {
      IOException exception = new IOException("disk");
      future.setException(exception);
      assertThat(future.done()).isTrue();
      assertThat(future.cancelled()).isFalse();
      assertThat(future.exception()).isSameAs(exception);
      assertThat(catchThrowable(future::result)).isSameAs(exception);
      assertThat(catchThrowable(future::result)).isSameAs(exception);
      assertThat(future).hasToString("<Future finished exception=java.io.IOException: disk>");
    }

    @Test
    void cancels() {
      assertThat(future.cancel()).isTrue();
      assertThat(future.done()).isTrue();
      assertThat(future.cancelled()).isTrue();
      assertThat(future).hasToString("<Future cancelled>");
      assertThatThrownBy(future::result).isInstanceOf(CancelledError.class).hasMessage(null);
      assertThatThrownBy(future::exception).isInstanceOf(CancelledError.class);
      assertThat(future.cancel()).as("a second time").isFalse();
    }

    @Test
    void cancelMessageComesOutOfResultAndException() {
      future.cancel("enough");
      assertThatThrownBy(future::result).isInstanceOf(CancelledError.class).hasMessage("enough");
      assertThatThrownBy(future::exception).isInstanceOf(CancelledError.class).hasMessage("enough");
    }

    @Test
    void doneIsFinal() {
      future.setResult("r");
      assertThat(future.cancel()).isFalse();
      assertThatThrownBy(() -> future.setResult("again"))
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("setResult")
          .hasMessageContaining("<Future finished result=r>")
          .hasMessageContaining("completed once");
      assertThatThrownBy(() -> future.setException(new IOException()))
          .isInstanceOf(InvalidStateException.class);
      assertThat(future.result()).isEqualTo("r");
    }

    @Test
    void cancelledIsFinalToo() {
      future.cancel();
      assertThatThrownBy(() -> future.setResult("late"))
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("cancelled");
    }

    @Test
    void resultBeforeDoneSaysWhatToDo() {
      assertThatThrownBy(future::result)
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("Result is not ready")
          .hasMessageContaining("Await it");
      assertThatThrownBy(future::exception)
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("Exception is not set");
    }

    @Test
    void nullIsNoException() {
      assertThatThrownBy(() -> future.setException(null)).isInstanceOf(NullPointerException.class);
    }
  }

  @Nested
  class Callbacks {

    private Consumer<Future<String>> note(String name) {
      return done -> trace.add(name + " " + done.result());
    }

    @Test
    void runSoonAndNotInline() {
      future.addDoneCallback(note("a"));
      future.setResult("r");
      assertThat(trace).isEmpty();
      turns(1);
      assertThat(trace).containsExactly("a r");
    }

    @Test
    void runInTheOrderAdded() {
      for (String name : new String[] {"a", "b", "c"}) {
        future.addDoneCallback(note(name));
      }
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("a r", "b r", "c r");
    }

    @Test
    void standBehindWhatWasScheduledBefore() {
      future.addDoneCallback(note("callback"));
      loop.callSoon(say("before"));
      future.setResult("r");
      loop.callSoon(say("after"));
      turns(1);
      assertThat(trace).containsExactly("before", "callback r", "after");
    }

    @Test
    void addedLateStillRunSoon() {
      future.setResult("r");
      future.addDoneCallback(note("late"));
      assertThat(trace).isEmpty();
      turns(1);
      assertThat(trace).containsExactly("late r");
    }

    @Test
    void runOnCancel() {
      future.addDoneCallback(done -> trace.add("cancelled " + done.cancelled()));
      future.cancel();
      turns(1);
      assertThat(trace).containsExactly("cancelled true");
    }

    @Test
    void addedTwiceRunTwice() {
      Consumer<Future<String>> note = note("a");
      future.addDoneCallback(note);
      future.addDoneCallback(note);
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("a r", "a r");
    }

    @Test
    void canBeRemoved() {
      Consumer<Future<String>> a = note("a");
      Consumer<Future<String>> b = note("b");
      future.addDoneCallback(a);
      assertThat(future.removeDoneCallback(b)).isZero();
      assertThat(future.removeDoneCallback(a)).isEqualTo(1);
      assertThat(future.removeDoneCallback(a)).isZero();
      future.addDoneCallback(a);
      future.addDoneCallback(b);
      future.addDoneCallback(a);
      assertThat(future.removeDoneCallback(a)).isEqualTo(2);
      assertThat(future.removeDoneCallback(a)).isZero();
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("b r");
    }

    @Test
    void onceScheduledCannotBeRemoved() {
      Consumer<Future<String>> a = note("a");
      future.addDoneCallback(a);
      future.setResult("r");
      assertThat(future.removeDoneCallback(a)).isZero();
      turns(1);
      assertThat(trace).containsExactly("a r");
    }

    @Test
    void oneThatRemovesAnotherComesTooLate() {
      Consumer<Future<String>> b = note("b");
      future.addDoneCallback(done -> done.removeDoneCallback(b));
      future.addDoneCallback(b);
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("b r");
    }

    @Test
    void failureOfOneDoesNotStopTheOthers() {
      RuntimeException failure = new RuntimeException("callback");
      future.addDoneCallback(
          done -> {
            throw failure;
          });
      future.addDoneCallback(note("b"));
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("b r");
      assertThat(takeReports())
          .singleElement()
          .satisfies(report -> assertThat(report.exception()).isSameAs(failure));
    }

    @Test
    void showInToString() {
      Consumer<Future<String>> named =
          new Consumer<>() {
            @Override
            public void accept(Future<String> done) {}

            @Override
            public String toString() {
              return "named";
            }
          };
      future.addDoneCallback(named);
      assertThat(future).hasToString("<Future pending cb=[named]>");
      future.addDoneCallback(named);
      assertThat(future).hasToString("<Future pending cb=[named, named]>");
      future.addDoneCallback(done -> {});
      assertThat(future)
          .hasToString("<Future pending cb=[named, <1 more>, lambda in FuturesTest.Callbacks]>");
    }

    @Test
    void longResultsAreCutInToString() {
      future.setResult("x".repeat(500));
      assertThat(future.toString()).hasSizeLessThan(160).endsWith("...>");
    }
  }

  @Test
  void callbacksOfAClosedLoopAreRefused() {
    future.addDoneCallback(done -> {});
    loop.close();
    assertThatThrownBy(() -> future.setResult("r"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Event loop is closed");
  }

  @Test
  void aCancelledErrorAsExceptionIsAFailureThatCancelsWhoAwaits() {
    CancelledError error = new CancelledError("set");
    future.setException(error);
    assertThat(future.cancelled()).isFalse();
    assertThat(future.exception()).isSameAs(error);
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void theFirstOfThreeCallbacksMayBeRemovedOrTheLast() {
    for (int removed = 0; removed < 3; removed++) {
      Future<String> other = loop.createFuture();
      List<Consumer<Future<String>>> callbacks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int mine = i;
        callbacks.add(done -> trace.add("" + mine));
      }
      callbacks.forEach(other::addDoneCallback);
      assertThat(other.removeDoneCallback(callbacks.get(removed))).isEqualTo(1);
      assertThat(other.removeDoneCallback(callbacks.get(removed))).isZero();
      other.setResult("r");
      turns(1);
    }
    assertThat(trace).containsExactly("1", "2", "0", "2", "0", "1");
  }

  /** A callback whose equals does something else too. */
  private record Evil(Runnable action) implements Consumer<Future<String>> {
    @Override
    public void accept(Future<String> done) {}

    @Override
    public boolean equals(Object other) {
      action.run();
      return false;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void callbacksMayChangeWhileOneIsRemoved() {
    Consumer<Future<String>> many = done -> trace.add("many");
    future.addDoneCallback(done -> trace.add("first"));
    for (int i = 0; i < 63; i++) {
      future.addDoneCallback(many);
    }
    assertThat(future.removeDoneCallback(new Evil(() -> future.removeDoneCallback(many)))).isZero();
    assertThat(future.removeDoneCallback(new Evil(() -> future.addDoneCallback(done -> {}))))
        .isZero();
    future.setResult("r");
    turns(1);
    assertThat(trace).containsExactly("first");
  }

  @Test
  void isfuture() {
    assertThat(Asyncio.isfuture(future)).isTrue();
    assertThat(Asyncio.isfuture(loop.createTask(Coroutine.of(1)))).isTrue();
    assertThat(Asyncio.isfuture(new java.util.concurrent.CompletableFuture<String>())).isFalse();
    assertThat(Asyncio.isfuture(null)).isFalse();
    turns(1);
  }
}
