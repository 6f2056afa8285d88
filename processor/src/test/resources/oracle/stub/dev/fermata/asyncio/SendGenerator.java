package dev.fermata.asyncio;

/** As the real one. */
public interface SendGenerator<Y, S, R> extends Generator<Y> {
  static <Y, S, R> SendGenerator<Y, S, R> returning(R value) {
    return new Strand<>(null, value);
  }

  Y send(S value);
}
