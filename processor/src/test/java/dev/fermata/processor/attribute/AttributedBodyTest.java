package dev.fermata.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.fermata.processor.ir.IrPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributedBodyTest {

  @Test
  void typesCanBeWrittenDownAndConstantsAreKnown() {
    List<String> out = new ArrayList<>();
    Bodies.of(
        """
        package p;
        import dev.fermata.asyncio.*;
        import java.util.*;
        @dev.fermata.Async
        public interface T {
          default Coroutine<Integer> run(List<? extends Number> l, List<? super Integer> sup, Map<String, ? extends List<?>> mm, boolean b) {
            var first = l.get(0);
            var it = l.iterator();
            var s = sup.iterator();
            var e = mm.entrySet().iterator().next();
            var mix = b ? 1 : "x";
            var anon = new Object() { int x; };
            var anonC = new Comparator<String>() { public int compare(String a, String c) { return 0; } };
            var nul = (Object) null;
            try { hashCode(); } catch (IllegalStateException | IllegalArgumentException ex) { ex.printStackTrace(); }
            for (var entry : mm.entrySet()) { entry.getKey(); }
            final int k = 3 + 4 * 2; final String str = "a" + k + 'c' + (char) 65 + 1.5f + (b ? 1 : 2);
            boolean t = k > 2 && !(k == 11L) || "x" == "y";
            return Coroutine.of(1);
          }
        }
        """,
        b -> {
          AttributedBody body = b.attributed.body(b.type.declared().get(0));
          for (StatementTree st : ((BlockTree) body.root()).getStatements()) {
            if (st instanceof VariableTree v) {
              out.add(
                  body.variable(v).name()
                      + ": "
                      + body.variable(v).type()
                      + " "
                      + body.typeOf(v.getInitializer())
                      + " const "
                      + body.constantOf(v.getInitializer()));
            }
          }
          out.add(b.text());
        });
    assertThat(String.join("\n", out))
        .isEqualTo(
            """
            first: java.lang.Number java.lang.Number const null
            it: java.util.Iterator<? extends java.lang.Number> java.util.Iterator<? extends java.lang.Number> const null
            s: java.util.Iterator<? super java.lang.Integer> java.util.Iterator<? super java.lang.Integer> const null
            e: java.util.Map.Entry<java.lang.String,? extends java.util.List<?>> java.util.Map.Entry<java.lang.String,? extends java.util.List<?>> const null
            mix: java.lang.Object&java.io.Serializable&java.lang.Comparable<? extends java.lang.Object&java.io.Serializable&java.lang.Comparable<?>&java.lang.constant.Constable&java.lang.constant.ConstantDesc>&java.lang.constant.Constable&java.lang.constant.ConstantDesc java.lang.Object&java.io.Serializable&java.lang.Comparable<? extends java.lang.Object&java.io.Serializable&java.lang.Comparable<?>&java.lang.constant.Constable&java.lang.constant.ConstantDesc>&java.lang.constant.Constable&java.lang.constant.ConstantDesc const null
            anon: <anonymous java.lang.Object> <anonymous java.lang.Object> const null
            anonC: <anonymous java.util.Comparator<java.lang.String>> <anonymous java.util.Comparator<java.lang.String>> const null
            nul: java.lang.Object java.lang.Object const null
            k: int int const 11
            str: java.lang.String java.lang.String const null
            t: boolean boolean const false
            Run(self, l, sup, mm, b)
              declare var first = `«l».get(0)`
              declare var it = `«l».iterator()`
              declare var s = `«sup».iterator()`
              declare var e = `«mm».entrySet().iterator().next()`
              declare var mix = `«b» ? 1 : "x"`
              declare var anon = `new Anon()`
              declare var anonC = `new AnonC()`
              declare var nul = `(«#java.lang.Object») null`
              | try { «self».hashCode(); } catch («#java.lang.IllegalStateException» | «#java.lang.IllegalArgumentException» «ex:declare») { «ex».printStackTrace(); }
              | for (var «entry:declare» : «mm».entrySet()) { «entry».getKey(); }
              declare final int k = `3 + 4 * 2`
              declare final «#java.lang.String» str = `"a" + «k» + 'c' + (char) 65 + 1.5f + («b» ? 1 : 2)`
              declare boolean t = `«k» > 2 && !(«k» == 11L) || "x" == "y"`
              | «return 1»
            """
                .stripTrailing());
  }

  @Test
  void textIsCutAroundOperands() {
    List<String> out = new ArrayList<>();
    Bodies.of(
        """
        package p;
        import dev.fermata.asyncio.*;
        import java.util.*;
        @dev.fermata.Async
        public interface T {
          private int helper(T t, int... a) { return 1; }
          default Coroutine<Integer> run(T o, TAsync missing, List<Missing> l) {
            o.helper(this.hashCode() > 1 ? o : this, Asyncio.await(o.run(null, null, null)), 4);
            helper(o, 1);
            System.out.println(o.helper(o).toString() instanceof String s && s.isEmpty());
            Foo.bar(l);
            missing.run(o, null, null);
            return Coroutine.of(1);
          }
        }
        """,
        b -> {
          AttributedBody body = b.attributed.body(b.type.declared().get(0));
          BlockTree block = (BlockTree) body.root();
          MethodInvocationTree c =
              (MethodInvocationTree)
                  ((ExpressionStatementTree) block.getStatements().get(0)).getExpression();
          out.add(b.unresolved + " unresolved");
          out.add(body.suspends(c) + "" + body.suspends(c.getArguments().get(1)));
          out.add(
              body.around(c, c.getArguments()).stream().map(IrPrinter::print).toList().toString());
          List<Tree> all = new ArrayList<>();
          all.add(((MemberSelectTree) c.getMethodSelect()).getExpression());
          all.addAll(c.getArguments());
          out.add(body.around(c, all).stream().map(IrPrinter::print).toList().toString());
          out.add(IrPrinter.print(body.code(all.get(0))));
          MethodInvocationTree pr =
              (MethodInvocationTree)
                  ((ExpressionStatementTree) block.getStatements().get(2)).getExpression();
          BinaryTree and = (BinaryTree) pr.getArguments().get(0);
          InstanceOfTree io = (InstanceOfTree) and.getLeftOperand();
          out.add(
              body.around(pr, pr.getArguments()).stream()
                  .map(IrPrinter::print)
                  .toList()
                  .toString());
          out.add(
              body.around(io, List.of(io.getExpression())).stream()
                  .map(IrPrinter::print)
                  .toList()
                  .toString());
          out.add(
              body.around(and, List.of(io, and.getRightOperand())).stream()
                  .map(IrPrinter::print)
                  .toList()
                  .toString());
          out.add(IrPrinter.print(body.code(io.getExpression())));
        });
    assertThat(String.join("\n", out))
        .isEqualTo(
            """
            [Foo, Missing, TAsync] unresolved
            truetrue
            [TCoroutines.helper(«o», , , , , , )]
            [TCoroutines.helper(, , , , , , , )]
            «o»
            [«#java.lang.System».out.println(, )]
            [,  instanceof «#java.lang.String» «s:declare»]
            [,  && , ]
            TCoroutines.helper(«o», «o»).toString()
            """
                .stripTrailing());
  }

  @Test
  void jumpsThatLeaveTheTextAreHoles() {
    List<String> out = new ArrayList<>();
    Bodies.of(
        """
        package p;
        import static dev.fermata.asyncio.Asyncio.*;
        import dev.fermata.asyncio.*;
        @dev.fermata.Async
        public interface T {
          default Coroutine<Integer> run(int x) {
            outer:
            while (true) {
              for (;;) { if (x > 1) break; if (x > 2) break outer; if (x > 3) continue outer; return Coroutine.of(x); }
              await(sleep(1));
            }
          }
          default Coroutine<Integer> second(int x) {
            int v = switch (x) { case 1 -> await(null); default -> { if (x > 2) yield x + 1; yield 2; } };
            return Coroutine.of(v);
          }
        }
        """,
        b -> {
          AttributedBody body = b.attributed.body(b.type.declared().get(0));
          LabeledStatementTree l =
              (LabeledStatementTree) ((BlockTree) body.root()).getStatements().get(0);
          BlockTree inner = (BlockTree) ((WhileLoopTree) l.getStatement()).getStatement();
          out.add(IrPrinter.print(body.code(inner.getStatements().get(0))));
          BlockTree in2 = (BlockTree) ((ForLoopTree) inner.getStatements().get(0)).getStatement();
          out.add(IrPrinter.print(body.code(in2.getStatements().get(0))));
          AttributedBody two = b.attributed.body(b.type.declared().get(1));
          VariableTree v = (VariableTree) ((BlockTree) two.root()).getStatements().get(0);
          CaseTree d = ((SwitchExpressionTree) v.getInitializer()).getCases().get(1);
          out.add(IrPrinter.print(two.code(((BlockTree) d.getBody()).getStatements().get(0))));
          out.add(
              body.line() + " " + two.line() + " " + two.file() + " " + two.method() + two.names());
        });
    assertThat(String.join("\n", out))
        .isEqualTo(
            """
            for (;;) { if («x» > 1) break; if («x» > 2) «jump outer» if («x» > 3) «jump continue» «return «x»» }
            if («x» > 1) «jump end»
            if («x» > 2) «jump end after result = «x» + 1;»
            6 13 T.java second[default, Coroutine, Integer, second, int, x, v, switch, case, await, null, if, yield, return, of]
            """
                .stripTrailing());
  }
}
