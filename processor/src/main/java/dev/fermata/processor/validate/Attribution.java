package dev.fermata.processor.validate;

import com.sun.source.util.TreePath;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler knows about attributed trees.
 *
 * @param elementAt the symbol that a tree stands for
 * @param typeAt the type of an expression, target typing included
 */
public record Attribution(
    Function<TreePath, @Nullable Element> elementAt,
    Function<TreePath, @Nullable TypeMirror> typeAt,
    Elements elements,
    Types types) {

  @Nullable Element element(TreePath path) {
    return elementAt.apply(path);
  }

  @Nullable TypeMirror type(TreePath path) {
    return typeAt.apply(path);
  }

  /** Whether the type is below another, of any arguments; not if there is none of that name. */
  boolean isSubtype(TypeMirror type, String supertype) {
    TypeElement element = elements.getTypeElement(supertype);
    return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }
}
