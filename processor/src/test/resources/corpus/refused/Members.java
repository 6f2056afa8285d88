package corpus.refused;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;

/** Members that are no coroutine functions. */
@Async
class Members {
  // catalogue 110
  static int s = await(Coroutine.of(1)); // refused: await-in-initializer
  // catalogue 110
  int f = await(Coroutine.of(2)); // refused: await-in-initializer
  // catalogue 110
  {
    f = await(Coroutine.of(3)); // refused: await-in-initializer
  }

  Members() {
    f = await(Coroutine.of(4)); // refused: await-in-constructor
  }

  static int staticMethod() {
    return await(Coroutine.of(5)); // refused: await-in-static
  }

  int ordinary() {
    return await(Coroutine.of(6)); // refused: await-in-method
  }
}
