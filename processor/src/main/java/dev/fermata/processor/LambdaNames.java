package dev.fermata.processor;

import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.HashSet;
import java.util.Set;

/** Names for the machines of coroutine lambdas: that of their method, and a number. */
final class LambdaNames {

  private final Set<String> taken = new HashSet<>();

  LambdaNames(AsyncType type) {
    type.declared().stream().map(CoroutineFunction::machineName).forEach(taken::add);
  }

  String next(AttributedBody lambda) {
    String method = lambda.method();
    String base = Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Lambda";
    int number = 1;
    while (!taken.add(base + number)) {
      number++;
    }
    return base + number;
  }
}
