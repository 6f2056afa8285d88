package dev.fermata.asyncio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the frames of one class stand in the user's source, in each of their states. Computed once
 * for each state, so that a task can take note of where it suspends at the cost of a look-up.
 */
final class Places {

  private static final ClassValue<Places> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Places computeValue(Class<?> type) {
          return new Places();
        }
      };

  /** In place of a position that is not known. */
  private static final StackTraceElement UNKNOWN = new StackTraceElement("", "", null, -1);

  /** Whether the frames are the runtime's own, which stand nowhere in any state. */
  private volatile boolean nowhere;

  /** What is known, by state; replaced when that is more. Several loops may share the class. */
  private volatile @Nullable StackTraceElement[] byState = {};

  private Places() {}

  /** Returns those of a frame's class. */
  static Places ofClass(Frame frame) {
    return OF_CLASS.get(frame.getClass());
  }

  /** Returns where a frame stands; null if that is nowhere in the user's source. */
  @SuppressWarnings("ReferenceEquality") // one object stands for all that is not known
  static @Nullable StackTraceElement of(Frame frame) {
    Frame shown = frame.shown();
    StackTraceElement place = ofClass(shown).at(shown);
    return place == UNKNOWN ? null : place;
  }

  private StackTraceElement at(Frame frame) {
    if (nowhere) {
      return UNKNOWN;
    }
    @Nullable StackTraceElement[] byState = this.byState;
    int state = frame.state;
    if (state >= 0 && state < byState.length) {
      StackTraceElement place = byState[state];
      if (place != null) {
        return place;
      }
    }
    return ask(frame);
  }

  private synchronized StackTraceElement ask(Frame frame) {
    StackTraceElement place = frame.location();
    int state = frame.state;
    if (place == null || place.getFileName() == null) {
      nowhere = true;
      return UNKNOWN;
    }
    if (place.getLineNumber() < 0) {
      place = UNKNOWN;
    }
    if (state >= 0) {
      @Nullable StackTraceElement[] more =
          Arrays.copyOf(byState, Math.max(byState.length, state + 1));
      more[state] = place;
      byState = more;
    }
    return place;
  }
}
