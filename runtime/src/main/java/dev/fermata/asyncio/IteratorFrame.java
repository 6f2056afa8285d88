package dev.fermata.asyncio;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Delegation to what is no frame of ours that could be linked: an iterator, or a generator that has
 * begun. What is sent and thrown is passed on to such a generator; an iterator takes neither, but
 * is closed with who delegates to it if it can be.
 */
final class IteratorFrame extends YieldFrame<@Nullable Object, Object, @Nullable Object> {

  private @Nullable Iterator<?> source;

  IteratorFrame(Iterator<?> source) {
    this.source = source;
  }

  @Override
  protected @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    Iterator<?> source = this.source;
    if (source == null) {
      throw illegalState();
    }
    boolean first = state == CREATED;
    state = 1;
    if (!(source instanceof YieldFrame<?, ?, ?> generator)) {
      if (thrown != null) {
        if (thrown instanceof GeneratorExit && source instanceof AutoCloseable closeable) {
          closeable.close();
        }
        throw thrown;
      }
      if (sent != null && !first) {
        throw new IllegalArgumentException(
            "an iterator takes no values, but " + Messages.abbreviate(sent) + " was sent to it");
      }
      return source.hasNext() ? source.next() : DONE;
    }
    if (thrown instanceof GeneratorExit) {
      generator.close();
      throw thrown;
    }
    Object value = generator.pull(sent, thrown);
    return value == DONE ? done(generator.takeResult()) : value;
  }

  @Override
  protected void clear() {
    source = null;
  }
}
