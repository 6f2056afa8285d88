package dev.fermata.processor.validate;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Variables that get a type which their file cannot name, such as the common superclass of two
 * public classes that is none itself.
 *
 * <pre>{@code
 * var text = b ? new StringBuilder() : new StringBuffer();
 * }</pre>
 *
 * <p>A machine could not keep such a variable. Nor could javac compile it where it stands: once a
 * body was attributed for a processor, the type is looked up as though it were written there.
 */
final class VariableTypeRule {
  private final Attribution attribution;
  private final Report.Builder report;

  VariableTypeRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void check(TreePath path) {
    Element variable = attribution.element(path);
    if (variable != null && !variable.getKind().isField()) {
      TypeElement hidden = hidden(variable.asType(), variable);
      if (hidden != null) {
        report.add(
            DiagnosticKey.VARIABLE_TYPE,
            path,
            ((VariableTree) path.getLeaf()).getName(),
            hidden.getQualifiedName());
      }
    }
  }

  private @Nullable TypeElement hidden(TypeMirror type, Element place) {
    if (type instanceof ArrayType array) {
      return hidden(array.getComponentType(), place);
    } else if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null ? null : hidden(wildcard.getExtendsBound(), place);
    } else if (type instanceof IntersectionType intersection) {
      return firstHidden(intersection.getBounds(), place);
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return isHidden(element, place) ? element : firstHidden(declared.getTypeArguments(), place);
    }
    return null;
  }

  private @Nullable TypeElement firstHidden(List<? extends TypeMirror> types, Element place) {
    for (TypeMirror each : types) {
      TypeElement hidden = hidden(each, place);
      if (hidden != null) {
        return hidden;
      }
    }
    return null;
  }

  /** Whether the type is package-private elsewhere; javac itself sees to all other access. */
  private boolean isHidden(TypeElement type, Element place) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      boolean wide =
          e.getModifiers().contains(Modifier.PUBLIC)
              || e.getModifiers().contains(Modifier.PROTECTED)
              || e.getModifiers().contains(Modifier.PRIVATE);
      if (!wide) {
        return !attribution
            .elements()
            .getPackageOf(type)
            .equals(attribution.elements().getPackageOf(place));
      }
    }
    return false;
  }
}
