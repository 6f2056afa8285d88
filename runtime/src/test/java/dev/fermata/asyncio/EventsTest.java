package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Handles, timers, and which loop is the current one. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class EventsTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class Timers {

    @Test
    void runInTheOrderOfTheirTimes() {
      long start = loop.time();
      loop.callLater(SECOND.multipliedBy(3), say("3"));
      loop.callLater(SECOND, say("1"));
      loop.callLater(SECOND.multipliedBy(2), say("2"));
      loop.callLater(SECOND.multipliedBy(4), loop::stop);
      loop.runForever();
      assertThat(trace).containsExactly("1", "2", "3");
      assertThat(loop.time() - start).isEqualTo(SECOND.toNanos() * 4);
    }

    @Test
    void ofTheSameTimeInTheOrderTheyWereScheduled() {
      long when = loop.time() + SECOND.toNanos();
      IntStream.range(0, 50).forEach(i -> loop.callAt(when, say("" + i)));
      loop.callAt(when, loop::stop);
      loop.runForever();
      assertThat(trace)
          .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "" + i).toList());
    }

    @Test
    void standBehindWhatIsReady() {
      loop.callLater(Duration.ZERO, say("due"));
      loop.callLater(SECOND.negated(), say("overdue"));
      loop.callSoon(say("ready"));
      turns(1);
      assertThat(trace).containsExactly("ready", "overdue", "due");
    }

    @Test
    void cancelledDoNotRunAndDoNotDelay() {
      TimerHandle handle = loop.callLater(SECOND, say("cancelled"));
      assertThat(handle.when()).isEqualTo(loop.time() + SECOND.toNanos());
      handle.cancel();
      handle.cancel();
      assertThat(handle.cancelled()).isTrue();
      loop.callSoon(loop::stop);
      loop.runForever();
      loop.callLater(SECOND.dividedBy(2), loop::stop);
      loop.runForever();
      assertThat(trace).isEmpty();
      assertThat(loop.time()).isEqualTo(SECOND.toNanos() / 2);
    }

    @Test
    void manyCancelledAreDroppedAndTheOthersRun() {
      List<TimerHandle> handles = new ArrayList<>();
      for (int i = 1; i <= 300; i++) {
        handles.add(loop.callLater(SECOND.multipliedBy(i), say("" + i)));
      }
      for (int i = 0; i < 300; i++) {
        if (i % 100 != 42) {
          handles.get(i).cancel();
        }
      }
      turns(1);
      loop.callLater(SECOND.multipliedBy(400), loop::stop);
      loop.runForever();
      assertThat(trace).containsExactly("43", "143", "243");
    }

    @Test
    void cancelAfterItRanHasNoEffect() {
      TimerHandle handle = loop.callLater(Duration.ZERO, say("ran"));
      turns(1);
      handle.cancel();
      loop.callLater(SECOND, say("other"));
      loop.callLater(SECOND, loop::stop);
      loop.runForever();
      assertThat(trace).containsExactly("ran", "other");
    }

    @Test
    void theLongestDurationIsTheEndOfTime() {
      TimerHandle handle = loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), say("never"));
      assertThat(handle.when()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void sayWhenInToString() {
      assertThat(loop.callAt(1_500_000_000L, new Named()))
          .hasToString("<TimerHandle when=1.500 named>");
    }
  }

  private static final class Named implements Runnable {
    @Override
    public void run() {}

    @Override
    public String toString() {
      return "named";
    }
  }

  @Nested
  class CurrentLoop {

    @Test
    void isTheRunningOne() {
      loop.callSoon(
          () -> {
            assertThat(Asyncio.getRunningLoop()).isSameAs(loop);
            assertThat(Asyncio.getEventLoop()).isSameAs(loop);
          });
      turns(1);
    }

    @Test
    void isNoneOutside() {
      assertThatThrownBy(Asyncio::getRunningLoop)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no running event loop")
          .hasMessageContaining("Asyncio.run");
      assertThatThrownBy(Asyncio::getEventLoop)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("There is no current event loop")
          .hasMessageContaining("setEventLoop");
    }

    @Test
    void canBeSet() {
      Asyncio.setEventLoop(loop);
      try {
        assertThat(Asyncio.getEventLoop()).isSameAs(loop);
        assertThatThrownBy(Asyncio::getRunningLoop).isInstanceOf(IllegalStateException.class);
      } finally {
        Asyncio.setEventLoop(null);
      }
      assertThatThrownBy(Asyncio::getEventLoop).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class Comparison {

    private final Runnable callback = say("word");

    @Test
    void ofTimersIsByTime() {
      TimerHandle early = loop.callAt(1, callback);
      TimerHandle late = loop.callAt(2, callback);
      assertThat(early).isLessThan(late);
      assertThat(late).isGreaterThan(early);
      assertThat(early).isEqualByComparingTo(loop.callAt(1, say("other")));
      assertThat(early.hashCode()).isEqualTo(Long.hashCode(1));
    }

    @Test
    void timersAreEqualIfTimeCallbackAndCancellationAre() {
      TimerHandle one = loop.callAt(1, callback);
      TimerHandle two = loop.callAt(1, callback);
      assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
      two.cancel();
      assertThat(one).isNotEqualTo(two);
      assertThat(one).isNotEqualTo(loop.callAt(2, callback));
      assertThat(one).isNotEqualTo(loop.callAt(1, say("other")));
      assertThat(one).isNotEqualTo(loop.callSoon(callback));
    }
  }

  /** CPython's test_call_later_negative_delays. */
  @Test
  void ofNegativeDelaysRunInTheOrderOfTheirTimes() {
    loop.callLater(Duration.ofSeconds(-1), say("a"));
    loop.callLater(Duration.ofSeconds(-2), say("b"));
    turns(2);
    assertThat(trace).containsExactly("b", "a");
  }

  /** CPython's test_timeout_rounding: a loop must not turn without end before a time is there. */
  @Test
  void shortSleepsTakeFewTurns() {
    AtomicInteger sleeps = new AtomicInteger();
    LoopClock system = LoopClock.system();
    LoopClock counting =
        new LoopClock() {
          @Override
          public long now() {
            return system.now();
          }

          @Override
          public long beforeSleep(long nanos) {
            sleeps.incrementAndGet();
            return nanos;
          }
        };
    try (EventLoop counted = new SelectorEventLoop(counting)) {
      counted.runUntilComplete(
          Script.doing(
              () -> {
                for (long nanos = 10_000_000; nanos > 0; nanos /= 100) {
                  Script.await(Asyncio.sleep(Duration.ofNanos(nanos)));
                }
              }));
    }
    assertThat(sleeps.get()).isLessThanOrEqualTo(20);
  }
}
