package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes try statements: catches, finally blocks, resources; and synchronized blocks. */
final class Handlers {
  private static final String[] CAUGHT = {
    "IllegalStateException",
    "ArithmeticException | IllegalArgumentException",
    "ArithmeticException",
    "RuntimeException"
  };

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;
  private int resources;

  Handlers(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  Made statement(int depth) {
    int mark = scope.mark();
    Made made = random.nextInt(12) == 0 ? synchronizedBlock(depth) : tryStatement(depth);
    scope.release(mark);
    return made;
  }

  private Made synchronizedBlock(int depth) {
    boolean awaits = scope.place().awaits();
    // A returned coroutine would be awaited with the monitor held.
    Place held = scope.place().withoutSuspension().withoutReturn();
    Made body = scope.at(held, () -> grammar.statements.block(Math.min(depth, 1)));
    Piece lock = awaits ? grammar.expressions.make(Type.BOX, 1) : Piece.text("t");
    return new Made(
        Piece.statement("synchronized (", lock, ") ", body.piece()),
        body.completes(),
        body.exits());
  }

  private Made tryStatement(int depth) {
    List<Object> parts = new ArrayList<>();
    parts.add("try ");
    boolean resourceful = random.nextInt(4) == 0;
    int mark = scope.mark();
    if (resourceful) {
      parts.add("(");
      int count = 1 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        parts.add(i == 0 ? "" : "; ");
        parts.add(resource());
      }
      parts.add(") ");
    }
    Made body = grammar.statements.block(depth);
    scope.release(mark);
    parts.add(body.piece());
    boolean completes = body.completes();
    Set<Exit> exits = new HashSet<>(body.exits());
    int catches = random.nextInt(3);
    boolean finish = (catches == 0 && !resourceful) || random.nextInt(2) == 0;
    int caught = random.nextInt(CAUGHT.length);
    for (int i = 0; i < catches && caught < CAUGHT.length; i++) {
      Made handler = handler(CAUGHT[caught], depth);
      parts.add(handler.piece());
      completes |= handler.completes();
      exits.addAll(handler.exits());
      // After the second comes the last one, which catches more than both.
      caught = CAUGHT[caught].contains("|") ? 3 : caught + 1;
    }
    if (finish) {
      parts.add("finally ");
      Made last = grammar.statements.block(depth);
      parts.add(last.piece());
      if (!last.completes()) {
        // No jump gets past it.
        completes = false;
        exits.clear();
      }
      exits.addAll(last.exits());
    }
    return new Made(Piece.statement(parts.toArray()), completes, exits);
  }

  private Piece resource() {
    String made = (random.nextInt(4) == 0 ? "t.badRes" : "t.res") + "(\"r" + resources++ + "\")";
    Object initial = made;
    if (scope.place().awaits() && random.nextBoolean()) {
      initial =
          random.nextInt(6) == 0
              ? Piece.text("await(t.<oracle.Res>fail(\"res\"))")
              : Piece.text("await(t.later(" + made + "))");
    } else if (random.nextInt(6) == 0) {
      initial = "null";
    }
    return Piece.text("oracle.Res " + scope.reserve() + " = ", initial);
  }

  private Made handler(String caught, int depth) {
    int mark = scope.mark();
    // Not for expressions: what the virtual machine says of a null is no two times the same.
    String parameter = scope.reserve();
    Made body = grammar.statements.block(depth);
    scope.release(mark);
    return new Made(
        Piece.text(
            "catch (" + caught + " " + parameter + ") {\nt.log(" + parameter + ");\n",
            body.piece(),
            "}\n"),
        body.completes(),
        body.exits());
  }
}
