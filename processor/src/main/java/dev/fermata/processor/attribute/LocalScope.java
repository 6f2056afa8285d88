package dev.fermata.processor.attribute;

import dev.fermata.processor.ir.IrVar;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a local type uses of the body around it.
 *
 * @param inner whether it uses anything: variables, the receiver, type parameters
 * @param outer the local class declared before it whose scope is part of this one's
 * @param captured the variables that it, or a class of the scopes around, reads; those of {@code
 *     outer} first
 */
public record LocalScope(boolean inner, @Nullable TypeElement outer, List<IrVar> captured) {
  public LocalScope {
    captured = List.copyOf(captured);
  }
}
