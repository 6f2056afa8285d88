package dev.fermata.processor.attribute;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.ir.IrMember;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The attributed bodies of one {@code @Async} type. */
public final class AttributedType {

  private final TypeContext context;
  private final Map<ExecutableElement, TreePath> methods;
  private final Function<TreePath, JavacAnswers> answers;
  private final Map<ExecutableElement, JavacBody> bodies = new HashMap<>();

  AttributedType(
      TypeContext context,
      Map<ExecutableElement, TreePath> methods,
      Function<TreePath, JavacAnswers> answers) {
    this.context = context;
    this.methods = methods;
    this.answers = answers;
  }

  /** The body of one of the type's own coroutine functions. */
  public AttributedBody body(CoroutineFunction function) {
    return body(function.method());
  }

  /**
   * The private methods that bodies written so far have called, those that these call in turn
   * included. To be asked for after all bodies; each is handed out once.
   */
  public List<IrFunction> functions() {
    List<IrFunction> functions = new ArrayList<>();
    for (@Nullable ExecutableElement method = context.functions().next();
        method != null;
        method = context.functions().next()) {
      JavacBody body = body(method);
      List<IrVar> parameters = body.parameters();
      Code code = body.render(context.source().range(body.root()));
      functions.add(
          new IrFunction(
              method,
              context.functions().name(method),
              body.self(),
              parameters.subList(1, parameters.size()),
              code,
              context.source().line(body.root())));
    }
    return functions;
  }

  /**
   * The members out of reach that bodies written so far use. To be asked for after all bodies and
   * functions.
   */
  public List<IrMember> members() {
    return context.members().all();
  }

  /**
   * Whether what stands for the bodies written so far has to name types that are private. To be
   * asked for after all bodies and functions.
   */
  public boolean namesPrivateTypes() {
    return PrivateTypes.areAround(context.owner())
        && bodies.values().stream().anyMatch(JavacBody::namesPrivateTypes);
  }

  private JavacBody body(ExecutableElement method) {
    JavacBody known = bodies.get(method);
    if (known != null) {
      return known;
    }
    TreePath path = methods.get(method);
    if (path == null) {
      throw new IllegalArgumentException("no body of " + method);
    }
    JavacBody body =
        JavacBody.of(context, answers.apply(path), method, (MethodTree) path.getLeaf());
    bodies.put(method, body);
    return body;
  }
}
