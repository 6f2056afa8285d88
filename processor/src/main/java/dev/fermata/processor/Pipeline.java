package dev.fermata.processor;

import com.sun.source.util.TreePath;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.attribute.AttributedType;
import dev.fermata.processor.attribute.BodyAttributor;
import dev.fermata.processor.desugar.BodyToIr;
import dev.fermata.processor.desugar.Refused;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.MachinesEmitter;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.lower.FlowBuilder;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowVerifier;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.validate.Attribution;
import dev.fermata.processor.validate.BodyRules;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The phases that take the bodies of one type to the file of its machines, in order. */
final class Pipeline implements MachineGenerator {

  private final TreeAccess trees;
  private final Types types;
  private final Elements elements;
  private final BodyAttributor attributor;
  private final Dump dump;
  private final boolean keepVariables;

  Pipeline(ProcessingEnvironment environment, TreeAccess trees, ProcessorOptions options) {
    this.trees = trees;
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.attributor = new BodyAttributor(trees.trees(), types, elements);
    this.dump = new Dump(options.dump());
    this.keepVariables = options.keepVariables();
  }

  @Override
  public Result generate(AsyncType type, Report.Builder report) {
    TreePath tree = trees.trees().getPath(type.element());
    Set<String> unresolved = attributor.unresolved(type);
    if (!unresolved.isEmpty()) {
      return new Result.NotYet(List.copyOf(unresolved));
    }
    BodyRules.check(tree, attribution(), report);
    if (report.hasErrors()) {
      return new Result.Failed();
    }
    MachinesEmitter file = new MachinesEmitter(type, elements, this::compile);
    LambdaNames lambdas = new LambdaNames(type);
    AttributedType bodies =
        attributor.attribute(
            type, lambda -> BodyToIr.translate(lambda, lambdas.next(lambda)), report);
    for (CoroutineFunction function : type.declared()) {
      translate(bodies.body(function), function, file, report);
    }
    bodies.functions().forEach(file::add);
    return report.hasErrors() ? new Result.Failed() : new Result.Generated(file.file());
  }

  @Override
  public void attribute(AsyncType type) {
    attributor.force(type);
  }

  private static void translate(
      AttributedBody body,
      CoroutineFunction function,
      MachinesEmitter file,
      Report.Builder report) {
    try {
      IrBody translated = BodyToIr.translate(body, function.machineName());
      if (!report.hasErrors()) {
        file.add(translated, function.method().isVarArgs());
      }
    } catch (Refused refused) {
      report.add(refused.key(), refused.path(), refused.arguments());
    }
  }

  /** The middle of the compiler, which knows neither trees nor files. */
  private Machine compile(IrBody body) {
    FlowGraph graph = FlowBuilder.build(body, types, elements);
    dump.write(body, graph);
    FlowVerifier.verify(graph);
    return Machine.allocate(graph, types, keepVariables);
  }

  private Attribution attribution() {
    return new Attribution(
        trees.trees()::getElement, trees.trees()::getTypeMirror, elements, types);
  }
}
