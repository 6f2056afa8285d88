package dev.fermata.processor.ir;

import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * A private method of an interface that is no coroutine function, generated again as a static
 * function beside the machines, since no other class can call it.
 *
 * @param name the name of the static function
 * @param self the receiver, passed first; a static method does not use it
 * @param body the block as written, braces included
 * @param line the user's line on which the block begins
 */
public record IrFunction(
    ExecutableElement method,
    String name,
    IrVar self,
    List<IrVar> parameters,
    Code body,
    int line) {
  public IrFunction {
    parameters = List.copyOf(parameters);
  }
}
