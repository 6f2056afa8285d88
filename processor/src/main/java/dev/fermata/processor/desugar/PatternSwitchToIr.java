package dev.fermata.processor.desugar;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.IrExpr;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrStmt;
import dev.fermata.processor.ir.IrVar;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Translates switches over patterns, whose guards may await: first the case is found, then it is
 * run.
 *
 * <pre>{@code
 * switch (s) { case A a when await(g): f(a); default: g(); }
 *
 * subject = requireNonNull(s);
 * if (subject instanceof A a && await(g)) chosen = 0; else chosen = 1;
 * switch (chosen) { case 0: f(a); case 1: g(); }
 * }</pre>
 */
final class PatternSwitchToIr {

  private final Desugaring context;
  private final SwitchToIr switches;
  private final TypeMirror truth;
  private final TypeMirror number;

  PatternSwitchToIr(Desugaring context, SwitchToIr switches) {
    this.context = context;
    this.switches = switches;
    this.truth = context.body.types().getPrimitiveType(TypeKind.BOOLEAN);
    this.number = context.body.types().getPrimitiveType(TypeKind.INT);
  }

  List<IrStmt> translate(
      Tree tree,
      ExpressionTree selector,
      List<? extends CaseTree> cases,
      IrLabel end,
      @Nullable IrVar result) {
    int line = context.body.line(tree);
    IrVar subject = context.body.temporary("subject", context.body.typeOf(selector));
    IrVar chosen = context.body.temporary("chosen", number);
    List<IrStmt> statements = new ArrayList<>();
    statements.add(
        context.variables.declare(subject, context.statements.condition(selector), line));
    if (cases.stream().noneMatch(this::takesNull)) {
      statements.add(new IrStmt.Verbatim(requireNonNull(subject), line));
    }
    statements.add(context.variables.declare(chosen, null, line));
    statements.add(choose(subject, chosen, cases, line));
    List<IrStmt.Case> groups = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      List<IrStmt> body = switches.body(cases.get(i), end, result);
      if (i == cases.size() - 1) {
        switches.addLast(tree, cases.get(i), body);
      }
      groups.add(new IrStmt.Case(List.of(Code.text("case " + i)), body));
    }
    IrExpr number = new IrExpr.Leaf(Code.read(chosen), this.number, false);
    statements.add(new IrStmt.Switch(number, groups, end, true, line));
    return statements;
  }

  /** From the last case to the first, each wrapped around what comes after it. */
  private IrStmt choose(IrVar subject, IrVar chosen, List<? extends CaseTree> cases, int line) {
    IrStmt rest = otherwise(chosen, cases, line);
    for (int i = cases.size() - 1; i >= 0; i--) {
      List<? extends Tree> labels = CaseLabels.labels(cases.get(i));
      for (int k = labels.size() - 1; k >= 0; k--) {
        if (!CaseLabels.isDefault(labels.get(k))) {
          rest =
              new IrStmt.If(
                  test(subject, cases.get(i), labels.get(k)), choice(chosen, i, line), rest, line);
        }
      }
    }
    return rest;
  }

  private IrExpr test(IrVar subject, CaseTree tree, Tree label) {
    Tree pattern = CaseLabels.pattern(label);
    ExpressionTree constant = CaseLabels.constant(label);
    Code test;
    if (pattern != null) {
      if (pattern.getKind().name().equals("GUARDED_PATTERN")) {
        throw context.unsupported(pattern, "a switch with a preview feature of Java 17");
      }
      test =
          PatternsToIr.pattern(
              Code.builder()
                  .read(subject)
                  .add(" instanceof ")
                  .add(context.body.code(pattern))
                  .build());
    } else if (constant != null) {
      test = equality(subject, constant);
    } else {
      throw context.unsupported(label, "a switch with a label of kind " + label.getKind());
    }
    IrExpr matches = new IrExpr.Leaf(test, truth, false);
    ExpressionTree guard = CaseLabels.guard(tree);
    return guard == null
        ? matches
        : new IrExpr.ShortCircuit(false, matches, context.expressions.translate(guard), truth);
  }

  private Code equality(IrVar subject, ExpressionTree constant) {
    Element element = context.body.elementOf(constant);
    if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
      return Code.builder()
          .read(subject)
          .add(" == ")
          .add(new Code.NameOf(element.getEnclosingElement()))
          .add("." + element.getSimpleName())
          .build();
    }
    Code.Builder code = Code.builder();
    if (constant.getKind() == Tree.Kind.NULL_LITERAL) {
      code.read(subject).add(" == null");
    } else if (Conversions.isString(context.body.typeOf(constant))) {
      code.add(context.body.code(constant)).add(".equals(").read(subject).add(")");
    } else if (Conversions.isPrimitive(subject.type())) {
      code.read(subject).add(" == ").add(context.body.code(constant));
    } else {
      code.read(subject)
          .add(" != null && ")
          .read(subject)
          .add(" == ")
          .add(context.body.code(constant));
    }
    return code.build();
  }

  private boolean takesNull(CaseTree tree) {
    return CaseLabels.labels(tree).stream()
        .map(CaseLabels::constant)
        .anyMatch(c -> c != null && c.getKind() == Tree.Kind.NULL_LITERAL);
  }

  private Code requireNonNull(IrVar subject) {
    TypeElement objects = context.body.elements().getTypeElement("java.util.Objects");
    return Code.builder()
        .add(new Code.NameOf(objects))
        .add(".requireNonNull(")
        .read(subject)
        .add(");")
        .build();
  }

  /** The default case, wherever it stands; else Java 21's way to say that no case applied. */
  private IrStmt otherwise(IrVar chosen, List<? extends CaseTree> cases, int line) {
    for (int i = 0; i < cases.size(); i++) {
      if (CaseLabels.isDefault(cases.get(i))) {
        return choice(chosen, i, line);
      }
    }
    TypeElement exception = context.body.elements().getTypeElement("java.lang.MatchException");
    if (exception == null) {
      throw context.unsupported(cases.get(0), "a switch with a preview feature of Java 17");
    }
    Code unmatched =
        Code.builder()
            .add("throw new ")
            .add(new Code.NameOf(exception))
            .add("(null, null);")
            .build();
    return new IrStmt.Verbatim(unmatched, line, false);
  }

  private IrStmt choice(IrVar chosen, int number, int line) {
    IrExpr value = new IrExpr.Leaf(Code.text(Integer.toString(number)), this.number, true);
    return new IrStmt.Eval(new IrExpr.Assign(chosen, value, this.number), line);
  }
}
