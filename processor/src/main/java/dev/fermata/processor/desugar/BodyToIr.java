package dev.fermata.processor.desugar;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.ir.IrBody;
import dev.fermata.processor.ir.IrStmt;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates the body of a coroutine function or of a coroutine lambda. The way into this package.
 */
public final class BodyToIr {

  private BodyToIr() {}

  /**
   * The body in the intermediate form.
   *
   * @param machineName the simple name of the class that will run it
   * @throws Refused if a construct in it cannot be translated
   */
  public static IrBody translate(AttributedBody body, String machineName) {
    Desugaring context = new Desugaring(body);
    Tree root = body.root();
    IrStmt.Block block =
        root instanceof BlockTree statements
            ? context.statements.block(statements)
            : new IrStmt.Block(
                List.of(context.statements.result((ExpressionTree) root, body.line(root))));
    List<IrStmt> statements = new ArrayList<>(body.movedTypes());
    statements.addAll(block.statements());
    return new IrBody(
        machineName,
        body.owner(),
        body.method(),
        body.file(),
        body.line(),
        body.typeParameters(),
        body.parameters(),
        body.functionType(),
        new IrStmt.Block(statements),
        body.names(),
        body.typeNames());
  }
}
