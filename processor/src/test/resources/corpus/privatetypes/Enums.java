package corpus.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import oracle.Trace;

// run: fresh
/** Private enums. */
@Async
class Enums {
  private enum State {
    NEW,
    OPEN {
      @Override
      State next() {
        return CLOSED;
      }
    },
    CLOSED;

    private int visits;

    State next() {
      return values()[Math.min(ordinal() + 1, 2)];
    }
  }

  private State state = State.NEW;
  private static State common = State.CLOSED;
  private final Map<State, Integer> counts = new EnumMap<>(State.class);

  private Coroutine<State> advance(Trace t, State from) {
    from.visits++;
    return Coroutine.of(await(t.later(from)).next());
  }

  public Coroutine<Object> oldSwitch(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (state) {
        case NEW:
          t.log("new");
          await(t.later(1));
        case OPEN:
          t.log("open");
          break;
        case CLOSED:
          t.log(await(t.later("closed")));
      }
      state = await(advance(t, state));
    }
    return Coroutine.of(state + "" + State.OPEN.visits);
  }

  public Coroutine<Object> arrowSwitch(Trace t) {
    String text = "";
    for (State each : State.values()) {
      text +=
          switch (await(t.later(each))) {
            case NEW -> "n" + await(t.later(1));
            case OPEN, CLOSED -> {
              t.log(each);
              yield "o";
            }
          };
      text += switch (each) {
        case NEW -> 1;
        case OPEN -> 2;
        case CLOSED -> 3;
      };
    }
    return Coroutine.of(text);
  }

  public Coroutine<Object> nullSwitch(Trace t) {
    State none = null;
    try {
      switch (await(t.later(none))) {
        case NEW -> t.log("new");
        default -> t.log("other");
      }
    } catch (NullPointerException e) {
      t.log("null");
    }
    return Coroutine.of(common == State.CLOSED && await(t.later(common)) != State.NEW);
  }

  public Coroutine<Object> sets(Trace t) {
    Set<State> open = EnumSet.of(State.OPEN, await(t.later(State.CLOSED)));
    counts.merge(State.OPEN, await(t.later(2)), Integer::sum);
    for (State each : open) {
      counts.merge(each, await(t.later(each.ordinal())), Integer::sum);
    }
    State named = State.valueOf(await(t.later("OPEN")));
    t.log(open + "" + counts + named.compareTo(State.NEW) + State.class.getSimpleName());
    try {
      Enum.valueOf(State.class, await(t.later("SHUT")));
    } catch (IllegalArgumentException e) {
      t.log("no such");
    }
    return Coroutine.of(named.name() + named.getDeclaringClass().getSimpleName());
  }
}
