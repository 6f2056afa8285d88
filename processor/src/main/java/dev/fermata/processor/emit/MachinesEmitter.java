package dev.fermata.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrFunction;
import dev.fermata.processor.lower.Block;
import dev.fermata.processor.lower.FlowStmt;
import dev.fermata.processor.lower.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that holds the machines of one {@code @Async} type, and its private functions.
 */
public final class MachinesEmitter {

  private final Function<IrBody, Machine> compile;
  private final boolean isPublic;
  private final TypeSpec.Builder holder;

  /**
   * A holder to fill.
   *
   * @param compile lowers and allocates a body; called for the bodies of lambdas too
   */
  public MachinesEmitter(String name, boolean isPublic, Function<IrBody, Machine> compile) {
    this.compile = compile;
    this.isPublic = isPublic;
    this.holder =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      holder.addModifiers(Modifier.PUBLIC);
    }
  }

  /** Adds the machine of a coroutine function, and those of the lambdas in it. */
  public void add(IrBody body, String javadoc) {
    Machine machine = compile.apply(body);
    TypeSpec.Builder type =
        isPublic ? MachineEmitter.emit(machine, Modifier.PUBLIC) : MachineEmitter.emit(machine);
    holder.addType(type.addJavadoc("$L", javadoc).build());
    addLambdas(machine);
  }

  /** Adds a private function, and the machines of the lambdas in it. */
  public void add(IrFunction function) {
    holder.addMethod(FunctionEmitter.emit(function));
    lambdasIn(function.body()).forEach(this::addLambda);
  }

  public TypeSpec.Builder build() {
    return holder;
  }

  private void addLambda(IrBody body) {
    Machine machine = compile.apply(body);
    holder.addType(MachineEmitter.emit(machine, Modifier.PRIVATE).build());
    addLambdas(machine);
  }

  private void addLambdas(Machine machine) {
    for (Block block : machine.graph().blocks()) {
      forEachCode(block, code -> lambdasIn(code).forEach(this::addLambda));
    }
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

  private static void forEachCode(Block block, Consumer<Code> visitor) {
    for (FlowStmt statement : block.statements()) {
      if (statement instanceof FlowStmt.Exec exec) {
        visitor.accept(exec.code());
      } else if (statement instanceof FlowStmt.Declare declare && declare.init() != null) {
        visitor.accept(declare.init());
      } else if (statement instanceof FlowStmt.Define define) {
        visitor.accept(define.value());
      }
    }
    Terminator end = block.terminator();
    if (end instanceof Terminator.Branch branch) {
      visitor.accept(branch.condition());
    } else if (end instanceof Terminator.Select select) {
      visitor.accept(select.selector());
    } else if (end instanceof Terminator.Suspend suspend) {
      visitor.accept(suspend.awaitable());
    } else if (end instanceof Terminator.Return returned && returned.value() != null) {
      visitor.accept(returned.value());
    } else if (end instanceof Terminator.Throw thrown) {
      visitor.accept(thrown.exception());
    }
  }
}
