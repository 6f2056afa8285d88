package dev.fermata.processor.lower;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of blocks under the same handlers. Regions nest: what no handler here takes goes to the
 * parent's. Compared by identity, whatever the depth of nesting.
 */
public record HandlerRegion(@Nullable HandlerRegion parent, List<Handler> handlers, String name) {

  /**
   * Takes what is an instance of one of {@code types}; anything when there are none.
   *
   * @param parameter is assigned the exception on the way to {@code target}
   */
  public record Handler(List<TypeMirror> types, IrVar parameter, IrLabel target) {
    public Handler {
      types = List.copyOf(types);
    }

    public boolean takesAll() {
      return types.isEmpty() || types.stream().anyMatch(Handler::isThrowable);
    }

    private static boolean isThrowable(TypeMirror type) {
      return type instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && element.getQualifiedName().contentEquals("java.lang.Throwable");
    }
  }

  public HandlerRegion {
    handlers = List.copyOf(handlers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
