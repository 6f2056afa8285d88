package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.ir.IrMember;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class that holds the machines of one {@code @Async} type, and its private functions.
 */
public final class MachinesEmitter {

  private final AsyncType type;
  private final Elements elements;
  private final Scopes scopes;
  private final Function<IrBody, Machine> compile;
  private final TypeSpec.Builder holder;
  private final KeptTexts texts = new KeptTexts();

  /** The name of the user's file; null while there is no machine. */
  private @Nullable String file;

  /**
   * A holder to fill.
   *
   * @param scopes those of this round
   * @param compile lowers and allocates a body; called for the bodies of lambdas too
   */
  public MachinesEmitter(
      AsyncType type, Elements elements, Scopes scopes, Function<IrBody, Machine> compile) {
    this.scopes = scopes;
    this.type = type;
    this.elements = elements;
    this.compile = compile;
    this.holder =
        TypeSpec.classBuilder(type.machinesName())
            .addJavadoc("The coroutines of {@link $T}.\n", ClassName.get(type.element()))
            .addModifiers(Modifier.FINAL)
            .addOriginatingElement(type.element())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (type.isPublic()) {
      holder.addModifiers(Modifier.PUBLIC);
    }
  }

  /**
   * Adds the machine of a coroutine function, and those of the lambdas in it.
   *
   * <p>Where the body's machine cannot have the name that faces know, that is an heir of it:
   *
   * <pre>{@code
   * static final class Load extends LoadBody1 { Load(Loads self) { super(self); } }
   * }</pre>
   */
  public void add(IrBody body, CoroutineFunction function) {
    Machine machine = compile.apply(body);
    file = body.file();
    boolean varargs = function.method().isVarArgs();
    MachineEmitter emitter =
        type.isPublic()
            ? new MachineEmitter(machine, varargs, TypeNames.PLAIN, texts, Modifier.PUBLIC)
            : new MachineEmitter(machine, varargs, TypeNames.PLAIN, texts);
    boolean known = body.machineName().equals(function.machineName());
    MachineEmitter.Emitted emitted = known ? emitter.emit() : emitter.emitOpen();
    addLambdas(machine, emitted);
    holder.addType(emitted.type().build());
    if (!known) {
      holder.addType(emitter.heir(function.machineName()));
    }
  }

  /** Adds a private function. */
  public void add(IrFunction function) {
    holder.addMethod(FunctionEmitter.emit(function));
  }

  /** Adds the functions that stand for members out of reach; to be called last. */
  public void add(List<IrMember> members, Types types) {
    Set<String> taken = new HashSet<>();
    holder.build().typeSpecs().forEach(each -> taken.add(each.name()));
    for (Element e = type.element(); e instanceof TypeElement; e = e.getEnclosingElement()) {
      taken.add(e.getSimpleName().toString());
      ElementFilter.typesIn(e.getEnclosedElements())
          .forEach(each -> taken.add(each.getSimpleName().toString()));
    }
    MemberEmitter.emit(members, types, taken, holder);
  }

  /**
   * The file as it now stands.
   *
   * @param namesPrivateTypes whether what was added mentions types that are private
   */
  public GeneratedFile file(boolean namesPrivateTypes) {
    Annotations.generated(type.element(), elements).ifPresent(holder::addAnnotation);
    String usersFile = file;
    if (usersFile != null) {
      String owner = elements.getBinaryName(type.element()).toString();
      holder.addAnnotation(Annotations.sourceLines(owner, usersFile));
    }
    holder.addAnnotation(Annotations.machineWarnings(type.element()));
    scopes.qualifyRedefined(holder, type);
    return new GeneratedFile(
        type.machinesQualifiedName(),
        LineMarks.resolve(
            LocalTypes.unwrap(texts.fill(Scopes.print(type.packageName(), holder.build())))),
        type.element(),
        namesPrivateTypes);
  }

  private void addLambda(IrBody body, TypeSpec.Builder outer, TypeNames around) {
    Machine machine = compile.apply(body);
    MachineEmitter.Emitted emitted =
        new MachineEmitter(machine, false, around, texts, Modifier.PRIVATE).emit();
    addLambdas(machine, emitted);
    outer.addType(emitted.type().build());
  }

  /**
   * A lambda's machine stands inside that of the body around it, where local types are in scope.
   */
  private void addLambdas(Machine machine, MachineEmitter.Emitted outer) {
    List<IrBody> bodies = new ArrayList<>();
    for (Block block : machine.graph().blocks()) {
      block.forEachCode(code -> bodies.addAll(lambdasIn(code)));
    }
    machine.graph().localTypes().forEach(type -> bodies.addAll(lambdasIn(type.declaration())));
    bodies.forEach(body -> addLambda(body, outer.type(), outer.names()));
  }

  private static List<IrBody> lambdasIn(Code code) {
    List<IrBody> bodies = new ArrayList<>();
    code.forEach(
        part -> {
          if (part instanceof Code.NewMachine created) {
            bodies.add(created.body());
          }
        });
    return bodies;
  }
}
