package dev.fermata.processor.attribute;

import com.sun.source.tree.LambdaExpressionTree;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.FunctionType;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What all bodies of one {@code @Async} type share.
 *
 * @param translate makes the body of a coroutine lambda one to be lowered: {@code desugar}, called
 *     back
 */
record TypeContext(
    AsyncType type,
    SourceText source,
    Reach reach,
    Coroutines coroutines,
    PrivateFunctions functions,
    MemberFunctions members,
    Function<ExecutableElement, @Nullable CoroutineFunction> coroutineFunctions,
    Function<AttributedBody, IrBody> translate,
    Report.Builder report) {

  TypeElement owner() {
    return type.element();
  }

  /** The simple name of the class that holds the machines. */
  String holder() {
    return type.machinesName();
  }

  /** A coroutine function of whatever {@code @Async} type; null if the method is none. */
  @Nullable CoroutineFunction coroutineFunction(ExecutableElement method) {
    return coroutineFunctions.apply(method);
  }

  /** The machine of one of the type's own coroutine functions. */
  @Nullable String machineOf(ExecutableElement method) {
    return type.declaredBy(method).map(CoroutineFunction::machineName).orElse(null);
  }

  boolean isCoroutine(JavacAnswers javac, LambdaExpressionTree lambda) {
    return typeOf(javac, lambda) != null;
  }

  @Nullable FunctionType typeOf(JavacAnswers javac, LambdaExpressionTree lambda) {
    return coroutines.typeOf(coroutines.functionOf(javac.rawTypeOf(lambda)));
  }
}
