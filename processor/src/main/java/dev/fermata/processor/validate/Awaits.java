package dev.fermata.processor.validate;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.model.FunctionKind;
import dev.fermata.processor.model.Owners;
import dev.fermata.processor.model.RuntimeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Tells {@code await} of the runtime, by symbol, from any other method of that name. */
final class Awaits {

  /** Whether the text alone could be a call of it. */
  static boolean looksLikeAwait(MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    return select instanceof IdentifierTree identifier
        ? identifier.getName().contentEquals(RuntimeNames.AWAIT)
        : select instanceof MemberSelectTree member
            && member.getIdentifier().contentEquals(RuntimeNames.AWAIT);
  }

  /** Whether the call at the path is one of it. */
  static boolean isAwait(TreePath call, Attribution attribution) {
    return call.getLeaf() instanceof MethodInvocationTree tree
        && looksLikeAwait(tree)
        && isAwaitMethod(attribution.element(name(call)));
  }

  /** Whether the method reference at the path is one to it. */
  static boolean isReference(TreePath reference, Attribution attribution) {
    return reference.getLeaf() instanceof MemberReferenceTree tree
        && tree.getName().contentEquals(RuntimeNames.AWAIT)
        && isAwaitMethod(attribution.element(reference));
  }

  /** The path of the name in a call: where its diagnostics belong. */
  static TreePath name(TreePath call) {
    return new TreePath(call, ((MethodInvocationTree) call.getLeaf()).getMethodSelect());
  }

  private static boolean isAwaitMethod(@Nullable Element element) {
    return element instanceof ExecutableElement method
        && method.getSimpleName().contentEquals(RuntimeNames.AWAIT)
        && Owners.of(method).getQualifiedName().contentEquals(RuntimeNames.ASYNCIO);
  }

  /** What the one abstract method of a functional interface returns, and which method that is. */
  record Descriptor(ExecutableElement method, TypeMirror returns) {
    boolean isCoroutine() {
      return FunctionKind.of(returns).filter(FunctionKind::awaits).isPresent();
    }
  }

  /** The descriptor of a lambda's type; {@code null} if it has none. */
  static @Nullable Descriptor descriptor(@Nullable TypeMirror type, Attribution attribution) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return null;
    }
    TypeElement object = attribution.elements().getTypeElement("java.lang.Object");
    for (ExecutableElement method :
        ElementFilter.methodsIn(attribution.elements().getAllMembers(element))) {
      boolean ofObject =
          ElementFilter.methodsIn(object.getEnclosedElements()).stream()
              .anyMatch(
                  each ->
                      each.getSimpleName().equals(method.getSimpleName())
                          && each.getParameters().size() == method.getParameters().size());
      if (method.getModifiers().contains(Modifier.ABSTRACT) && !ofObject) {
        ExecutableType seen = (ExecutableType) attribution.types().asMemberOf(declared, method);
        return new Descriptor(method, seen.getReturnType());
      }
    }
    return null;
  }

  private Awaits() {}
}
