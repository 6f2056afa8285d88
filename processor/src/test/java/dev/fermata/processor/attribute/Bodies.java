package dev.fermata.processor.attribute;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.Diagnostic;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.ir.IrPrinter;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Runs javac over an {@code @Async} type named {@code p.T} and lets a test look at its bodies. */
final class Bodies {

  /** As much of the runtime as bodies in these tests mention. */
  static final List<JavaFileObject> RUNTIME =
      List.of(
          JavaFileObjects.forSourceString(
              "dev.fermata.asyncio.Coroutine",
              """
              package dev.fermata.asyncio;
              public interface Coroutine<T> extends Awaitable<T> {
                static <T> Coroutine<T> of(T value) { throw new AssertionError(); }
                static Coroutine<Void> completed() { throw new AssertionError(); }
              }
              """),
          JavaFileObjects.forSourceString(
              "dev.fermata.asyncio.Awaitable",
              "package dev.fermata.asyncio; public interface Awaitable<T> {}"),
          JavaFileObjects.forSourceString(
              "dev.fermata.asyncio.Asyncio",
              """
              package dev.fermata.asyncio;
              public final class Asyncio {
                public static <T> T await(Awaitable<T> x) { throw new AssertionError(); }
                public static Awaitable<Void> sleep(int time) { throw new AssertionError(); }
                public static <T> void createTask(Coroutine<T> coroutine) {}
              }
              """));

  final AsyncType type;
  final AttributedType attributed;
  final Report.Builder report;
  final Set<String> unresolved;
  private int lambdas;
  private final List<IrBody> lambdaBodies = new ArrayList<>();

  private Bodies(AsyncType type, BodyAttributor attributor) {
    this.type = type;
    this.report = Report.builder();
    this.unresolved = attributor.unresolved(type);
    this.attributed = attributor.attribute(type, this::lambda, report);
  }

  /** Compiles the type {@code p.T} and hands its bodies over. */
  static void of(String source, Consumer<Bodies> test) {
    List<Boolean> ran = new ArrayList<>();
    AbstractProcessor processor =
        new AbstractProcessor() {
          @Override
          public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
          }

          @Override
          public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
          }

          @Override
          public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (ran.isEmpty()) {
              ran.add(true);
              Trees trees = Trees.instance(processingEnv);
              AsyncType type =
                  new AsyncTypeFinder(processingEnv.getElementUtils())
                      .describe(processingEnv.getElementUtils().getTypeElement("p.T"));
              test.accept(
                  new Bodies(
                      type,
                      new BodyAttributor(
                          trees, processingEnv.getTypeUtils(), processingEnv.getElementUtils())));
            }
            return false;
          }
        };
    List<JavaFileObject> files = new ArrayList<>(RUNTIME);
    files.add(JavaFileObjects.forSourceString("p.T", source));
    Compilation compilation = Compiler.javac().withProcessors(processor).compile(files);
    if (ran.isEmpty()) {
      throw new AssertionError(compilation.diagnostics().toString());
    }
  }

  /** A type with these members, and what {@link #text()} says of it. */
  static String textOf(String members) {
    List<String> text = new ArrayList<>();
    of(
        """
        package p;
        import static dev.fermata.asyncio.Asyncio.*;
        import dev.fermata.asyncio.*;
        import java.util.*;
        import java.util.function.*;
        @dev.fermata.Async
        public interface T {
        """
            + members
            + "\n}\n",
        bodies -> text.add(bodies.text()));
    return text.get(0);
  }

  /** All bodies, functions, lambdas and findings, printed. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (CoroutineFunction function : type.declared()) {
      AttributedBody body = attributed.body(function);
      text.append(function.machineName()).append(parameters(body.parameters())).append('\n');
      text.append(body((BlockTree) body.root(), body));
    }
    for (IrFunction function : attributed.functions()) {
      text.append("function ").append(function.name()).append(parameters(function.parameters()));
      text.append(' ').append(IrPrinter.print(function.body())).append('\n');
    }
    for (IrBody lambda : lambdaBodies) {
      text.append(lambda.machineName()).append(parameters(lambda.parameters())).append('\n');
      text.append(IrPrinter.print(lambda.body()).replaceFirst("block\n", ""));
    }
    for (Diagnostic diagnostic : report.build().diagnostics()) {
      text.append(diagnostic.message()).append('\n');
    }
    return text.toString().strip();
  }

  private static String parameters(List<IrVar> variables) {
    return variables.stream().map(IrVar::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String body(BlockTree block, AttributedBody body) {
    return IrPrinter.print(statements(block, body)).replaceFirst("block\n", "");
  }

  private static IrStmt.Block statements(BlockTree block, AttributedBody body) {
    return new IrStmt.Block(
        block.getStatements().stream().map(statement -> statement(statement, body)).toList());
  }

  private static IrStmt statement(StatementTree tree, AttributedBody body) {
    int line = body.line(tree);
    if (body.suspends(tree)) {
      return new IrStmt.Comment("suspends: " + tree.toString().replace("\n", " "));
    }
    if (tree instanceof VariableTree variable) {
      ExpressionTree init = variable.getInitializer();
      return new IrStmt.Declare(
          body.variable(variable),
          body.header(variable),
          init == null ? null : new IrExpr.Leaf(body.code(init), body.typeOf(variable), false),
          line);
    }
    return new IrStmt.Verbatim(body.code(tree), line);
  }

  private IrBody lambda(AttributedBody body) {
    IrStmt.Block block =
        body.root() instanceof BlockTree tree
            ? statements(tree, body)
            : new IrStmt.Block(
                List.of(
                    new IrStmt.Verbatim(
                        body.suspends(body.root()) ? Code.text("suspends") : body.code(body.root()),
                        body.line())));
    IrBody lambda =
        new IrBody(
            "Lambda" + ++lambdas,
            body.owner(),
            body.method(),
            body.file(),
            body.line(),
            body.typeParameters(),
            body.parameters(),
            body.functionType(),
            block,
            body.names(),
            body.typeNames());
    lambdaBodies.add(lambda);
    return lambda;
  }
}
