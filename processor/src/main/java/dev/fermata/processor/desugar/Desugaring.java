package dev.fermata.processor.desugar;

import com.sun.source.tree.Tree;
import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.diag.DiagnosticKey;

/** What the translators of one body share: the body, what is known about it, and each other. */
final class Desugaring {

  final AttributedBody body;
  final Conversions conversions;
  final Stability stability;
  final ExpressionsToIr expressions;
  final CallsToIr calls;
  final AssignmentsToIr assignments;
  final PatternsToIr patterns;
  final StatementsToIr statements;
  final VariablesToIr variables;
  final AssertionsToIr assertions;
  final LoopsToIr loops;
  final AsyncLoopsToIr asyncLoops;
  final SwitchToIr switches;
  final ResourcesToIr resources;

  Desugaring(AttributedBody body) {
    this.body = body;
    this.conversions = new Conversions(body.types(), body.elements());
    this.stability = new Stability(body, body.root());
    this.expressions = new ExpressionsToIr(this);
    this.calls = new CallsToIr(this);
    this.assignments = new AssignmentsToIr(this);
    this.patterns = new PatternsToIr(this);
    this.statements = new StatementsToIr(this);
    this.variables = new VariablesToIr(this);
    this.assertions = new AssertionsToIr(this);
    this.loops = new LoopsToIr(this);
    this.asyncLoops = new AsyncLoopsToIr(this);
    this.switches = new SwitchToIr(this);
    this.resources = new ResourcesToIr(this);
  }

  /**
   * What to throw where a construct cannot be translated.
   *
   * @param construct completes "await cannot stand here yet. It stands in"
   */
  Refused unsupported(Tree tree, String construct) {
    return new Refused(DiagnosticKey.UNSUPPORTED_CONSTRUCT, body.path(tree), construct);
  }
}
