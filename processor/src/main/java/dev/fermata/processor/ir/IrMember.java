package dev.fermata.processor.ir;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A member of the user's that no other class can name, and the static function beside the machines
 * that stands for it.
 *
 * <pre>{@code
 * GET             static int count(Counter self)              self.count
 * SET             static int count(Counter self, int value)   self.count = value
 * THEN_INCREMENT  static int countThenIncrement(Counter self) self.count++
 * CALL            static void add(Counter self, int n)        self.add(n)
 * SUPER           static void superAdd(Counter self, int n)   super.add(n), in Counter
 * CREATE          static Counter newCounter(int n)            new Counter(n)
 * }</pre>
 *
 * @param element the field, method or constructor
 * @param name the name of the function
 * @param in the type whose rights reach it
 * @param receiver what the first argument is; of a static member what it would be
 * @param type of a field, what it is as a member of the receiver
 * @param parameters those of a method or constructor
 */
public record IrMember(
    Use use,
    Element element,
    String name,
    TypeElement in,
    TypeElement receiver,
    TypeMirror type,
    List<TypeMirror> parameters) {

  /** What is done with it. */
  public enum Use {
    GET,
    SET,
    INCREMENT,
    DECREMENT,
    THEN_INCREMENT,
    THEN_DECREMENT,
    CALL,
    SUPER,
    CREATE
  }

  public IrMember {
    parameters = List.copyOf(parameters);
  }
}
