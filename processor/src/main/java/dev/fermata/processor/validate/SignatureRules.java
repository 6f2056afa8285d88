package dev.fermata.processor.validate;

import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionKind;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;

/**
 * The signature of a coroutine function: one that the face can override, with a result of known
 * type.
 */
public final class SignatureRules {

  /** Checks the coroutine functions that a type declares, and those it inherits. */
  public static void check(AsyncType type, Report.Builder report) {
    for (CoroutineFunction function : type.declared()) {
      declared(function, report);
    }
    for (CoroutineFunction function : type.inherited()) {
      if (!function.isAccessibleFrom(type.packageName())) {
        report.add(
            DiagnosticKey.INHERITED_INACCESSIBLE,
            type.element(),
            Wording.method(function.method()),
            function.declaring());
      }
    }
  }

  private static void declared(CoroutineFunction function, Report.Builder report) {
    ExecutableElement method = function.method();
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.FINAL) && !function.isPrivate()) {
      report.add(DiagnosticKey.FINAL_COROUTINE, method, Wording.method(method));
    }
    if (modifiers.contains(Modifier.SYNCHRONIZED)) {
      report.add(DiagnosticKey.SYNCHRONIZED_COROUTINE, method, Wording.method(method));
    }
    if (method.getReturnType() instanceof DeclaredType returned
        && returned.getTypeArguments().isEmpty()) {
      report.add(
          DiagnosticKey.RAW_COROUTINE,
          method,
          Wording.method(method),
          returned.asElement().getSimpleName(),
          withTypes(FunctionKind.of(returned).orElseThrow()));
    }
  }

  private static String withTypes(FunctionKind kind) {
    return switch (kind) {
      case COROUTINE -> "Coroutine<Void>, or Coroutine with the type of the value";
      case GENERATOR -> "Generator with the type of the values";
      case SEND_GENERATOR ->
          "SendGenerator with the types of the values, of what is sent, and of the result";
      case ASYNC_GENERATOR -> "AsyncGenerator with the type of the values";
    };
  }

  private SignatureRules() {}
}
