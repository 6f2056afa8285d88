package dev.fermata.processor;

import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.HashSet;
import java.util.Set;

/** Names for the machines of coroutines inside others: a wish, and a number where it is taken. */
final class LambdaNames {

  private final Set<String> taken = new HashSet<>();

  LambdaNames(AsyncType type) {
    type.declared().stream().map(CoroutineFunction::machineName).forEach(taken::add);
  }

  String next(AttributedBody body) {
    String wish = body.machineWish();
    int number = 1;
    while (!taken.add(wish + number)) {
      number++;
    }
    return wish + number;
  }
}
