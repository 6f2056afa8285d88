package dev.fermata.processor;

import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.HashSet;
import java.util.Set;

/** Names of machines that only the machines beside and around them know. */
final class MachineNaming {

  private final Set<String> taken = new HashSet<>();

  MachineNaming(AsyncType type) {
    type.declared().stream().map(CoroutineFunction::machineName).forEach(taken::add);
  }

  /** Of a coroutine inside another: a wish, and a number. */
  String inner(AttributedBody body) {
    return numbered(body.machineWish(), body);
  }

  /**
   * Of a function's body: the name that faces know, unless the body declares a type of that name,
   * which can stand in no class that is called so.
   */
  String of(CoroutineFunction function, AttributedBody body) {
    return body.typeNames().contains(function.machineName())
        ? numbered(function.machineName() + "Body", body)
        : function.machineName();
  }

  private String numbered(String wish, AttributedBody body) {
    int number = 1;
    while (body.typeNames().contains(wish + number) || !taken.add(wish + number)) {
      number++;
    }
    return wish + number;
  }
}
