package dev.fermata.processor.validate;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.Owners;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Warns of a call in a coroutine that blocks the loop's thread. */
final class BlockingCallRule {
  private static final Set<String> STREAMS = Set.of("java.io.InputStream", "java.io.Reader");
  private static final String SCANNER = "java.util.Scanner";
  private static final String CHANNEL = "java.nio.channels.SelectableChannel";

  private final Attribution attribution;
  private final Report.Builder report;
  private final Origins origins;
  private final Map<TypeElement, Set<String>> supertypesOf = new HashMap<>();

  BlockingCallRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
    this.origins = new Origins(attribution);
  }

  void call(TreePath call) {
    TreePath name = Awaits.name(call);
    if (!(attribution.element(name) instanceof ExecutableElement method)) {
      return;
    }
    TreePath receiver =
        name.getLeaf() instanceof MemberSelectTree select
            ? new TreePath(name, select.getExpression())
            : null;
    Set<String> supertypes = supertypes(owner(method, receiver));
    BlockingCalls.find(method, supertypes)
        .filter(row -> receiver == null || blocks(receiver, supertypes))
        .ifPresent(
            row ->
                Suppressions.warn(
                    attribution,
                    report,
                    DiagnosticKey.BLOCKING_CALL,
                    name,
                    owner(method, receiver).getSimpleName() + "." + method.getSimpleName() + "()",
                    row.instead()));
  }

  void creation(TreePath creation) {
    if (attribution.element(creation) instanceof ExecutableElement constructor) {
      ExpressionTree type = ((NewClassTree) creation.getLeaf()).getIdentifier();
      BlockingCalls.find(constructor, supertypes(Owners.of(constructor)))
          .ifPresent(
              row ->
                  Suppressions.warn(
                      attribution,
                      report,
                      DiagnosticKey.BLOCKING_CALL,
                      creation,
                      "new " + type + "()",
                      row.instead()));
    }
  }

  private boolean blocks(TreePath receiver, Set<String> supertypes) {
    if (supertypes.contains(SCANNER)) {
      return origins.isStandardInput(receiver);
    }
    if (supertypes.contains(CHANNEL)) {
      return isType(receiver) || origins.isBlockingChannel(receiver);
    }
    return supertypes.stream().noneMatch(STREAMS::contains) || !origins.isMemory(receiver);
  }

  private boolean isType(TreePath receiver) {
    return attribution.element(receiver) instanceof TypeElement;
  }

  /** The static type of the receiver, which tells more than the class that declares the method. */
  private TypeElement owner(ExecutableElement method, @Nullable TreePath receiver) {
    TypeMirror type = receiver == null ? null : attribution.type(receiver);
    return type instanceof DeclaredType declared
            && declared.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
        ? element
        : Owners.of(method);
  }

  private Set<String> supertypes(TypeElement type) {
    return supertypesOf.computeIfAbsent(
        type,
        each -> {
          Set<String> names = new HashSet<>();
          addSupertypes(each.asType(), names);
          return names;
        });
  }

  private void addSupertypes(TypeMirror type, Set<String> names) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && names.add(element.getQualifiedName().toString())) {
      attribution.types().directSupertypes(type).forEach(each -> addSupertypes(each, names));
    }
  }
}
