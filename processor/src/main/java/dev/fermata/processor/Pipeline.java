package dev.fermata.processor;

import com.sun.source.util.TreePath;
import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepSplitter;
import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.attribute.AttributedType;
import dev.fermata.processor.attribute.BodyAttributor;
import dev.fermata.processor.desugar.BodyToIr;
import dev.fermata.processor.desugar.Refused;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.MachinesEmitter;
import dev.fermata.processor.emit.Scopes;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.lower.FlowBuilder;
import dev.fermata.processor.lower.FlowGraph;
import dev.fermata.processor.lower.FlowVerifier;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.model.CoroutineFunction;
import dev.fermata.processor.validate.AddedCodeRule;
import dev.fermata.processor.validate.Attribution;
import dev.fermata.processor.validate.BodyRules;
import dev.fermata.processor.validate.TypeNameRule;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The phases that take the bodies of one type to the file of its machines, in order.
 *
 * <p>Not final, so that a test can put a fault between two phases.
 */
class Pipeline implements MachineGenerator {

  private final TreeAccess trees;
  private final Types types;
  private final Elements elements;
  private final Dump dump;
  private final boolean keepVariables;
  private final StepSplitter splitter;
  private BodyAttributor attributor;
  private Scopes scopes;

  Pipeline(ProcessingEnvironment environment, TreeAccess trees, ProcessorOptions options) {
    this(environment, trees, options, new StepSplitter(StepSplitter.HUGE_METHOD));
  }

  /** A compiler of methods no larger than the splitter wants them. */
  Pipeline(
      ProcessingEnvironment environment,
      TreeAccess trees,
      ProcessorOptions options,
      StepSplitter splitter) {
    this.splitter = splitter;
    this.trees = trees;
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.attributor = new BodyAttributor(trees.trees(), types, elements);
    this.scopes = new Scopes(elements);
    this.dump = new Dump(options.dump());
    this.keepVariables = options.keepVariables();
  }

  @Override
  public void beginRound() {
    attributor = new BodyAttributor(trees.trees(), types, elements);
    scopes = new Scopes(elements);
  }

  @Override
  public Result generate(AsyncType type, Report.Builder report) {
    TreePath tree = trees.trees().getPath(type.element());
    Set<String> unresolved = attributor.unresolved(type);
    if (!unresolved.isEmpty()) {
      return new Result.NotYet(List.copyOf(unresolved));
    }
    AddedCodeRule.check(type, tree, trees.trees(), report);
    BodyRules.check(tree, attribution(), report);
    TypeNameRule.check(tree, type.machinesName(), report);
    if (report.hasErrors()) {
      return new Result.Failed();
    }
    MachinesEmitter file = new MachinesEmitter(type, elements, scopes, this::compile);
    MachineNaming names = new MachineNaming(type);
    AttributedType bodies =
        attributor.attribute(
            type, lambda -> BodyToIr.translate(lambda, names.inner(lambda)), report);
    for (CoroutineFunction function : type.declared()) {
      translate(bodies.body(function), function, names, file, report);
    }
    bodies.functions().forEach(file::add);
    file.add(bodies.members(), types);
    return report.hasErrors()
        ? new Result.Failed()
        : new Result.Generated(file.file(bodies.namesPrivateTypes()));
  }

  private static void translate(
      AttributedBody body,
      CoroutineFunction function,
      MachineNaming names,
      MachinesEmitter file,
      Report.Builder report) {
    try {
      IrBody translated = BodyToIr.translate(body, names.of(function, body));
      if (!report.hasErrors()) {
        file.add(translated, function);
      }
    } catch (Refused refused) {
      report.add(refused.key(), refused.path(), refused.arguments());
    }
  }

  /** The middle of the compiler, which knows neither trees nor files. */
  private Machine compile(IrBody body) {
    FlowGraph graph = lower(body);
    dump.write(body, graph);
    FlowVerifier.verify(graph);
    return allocate(graph);
  }

  FlowGraph lower(IrBody body) {
    return FlowBuilder.build(body, types, elements);
  }

  Machine allocate(FlowGraph graph) {
    return Machine.allocate(graph, types, keepVariables, splitter);
  }

  private Attribution attribution() {
    return new Attribution(
        trees.trees()::getElement, trees.trees()::getTypeMirror, elements, types);
  }
}
