package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Made.Exit;
import dev.fermata.processor.fuzz.Scope.Target;
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
    Made made =
        new Menu<Made>(random)
            .add(1, () -> synchronizedBlock(depth))
            .add(2, depth > 0, () -> nestedFinally(depth - 1))
            .add(9, () -> tryStatement(depth))
            .choose();
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
    boolean resourceful = random.nextInt(4) == 0;
    String declared = resourceful && random.nextInt(5) == 0 ? scope.reserve() : null;
    if (declared != null) {
      parts.add(Piece.text("{\n", resource(declared), ";\n"));
    }
    parts.add(resourceful ? "try (" : "try ");
    if (resourceful) {
      parts.add(declared != null ? declared : resource(scope.reserve()));
      for (int i = random.nextInt(3); i > 0; i--) {
        parts.add("; ");
        parts.add(resource(scope.reserve()));
      }
      parts.add(") ");
    }
    Made body = grammar.statements.block(depth);
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
    Made made = new Made(Piece.statement(parts.toArray()), completes, exits);
    if (finish) {
      made = finishing(made, grammar.statements.block(depth));
    }
    return declared == null
        ? made
        : new Made(Piece.statement(made.piece(), "}\n"), made.completes(), made.exits());
  }

  /** A try and its finally block, which no jump gets past if the block has no end. */
  private static Made finishing(Made tried, Made last) {
    return new Made(
        Piece.statement(tried.piece(), "finally ", last.piece()),
        tried.completes() && last.completes(),
        last.completes() ? Made.union(tried.exits(), last.exits()) : last.exits());
  }

  /** Finally blocks in each other, in a loop that jumps leave through all of them. */
  private Made nestedFinally(int depth) {
    String fuel = scope.reserve();
    Target target = new Target(scope.freeLabel(), true, true);
    scope.enter(target);
    Made made = grammar.statements.block(depth);
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      Piece tried = Piece.text("try {\n", made.piece(), "}\n");
      made = finishing(new Made(tried, made.completes(), made.exits()), inFinally());
    }
    scope.leave(target);
    return new Made(
        Piece.statement(
            target.label() + ":\nfor (int " + fuel + " = 2; " + fuel + " > 0; " + fuel + "--) {\n",
            made.piece(),
            "}\n"),
        true,
        made.exits());
  }

  private Made inFinally() {
    Made inner =
        new Menu<Made>(random)
            .add(2, () -> grammar.switches.statement(0))
            .add(1, () -> grammar.statements.block(0))
            .add(1, grammar.statements::jump)
            .choose();
    return new Made(Piece.text("{\n", inner.piece(), "}\n"), inner.completes(), inner.exits());
  }

  private Piece resource(String name) {
    boolean awaits = scope.place().awaits();
    String number = "(\"r" + resources++ + "\")";
    if (awaits && random.nextInt(3) == 0) {
      return gate(name, number);
    }
    String made = (random.nextInt(4) == 0 ? "t.badRes" : "t.res") + number;
    Object initial = made;
    if (awaits && random.nextBoolean()) {
      initial =
          random.nextInt(6) == 0
              ? Piece.text("await(t.<oracle.Res>fail(\"res\"))")
              : Piece.text("await(t.later(" + made + "))");
    } else if (random.nextInt(6) == 0) {
      initial = "null";
    }
    return Piece.text("oracle.Res " + name + " = ", initial);
  }

  /** One that is entered and left by awaiting. */
  private Piece gate(String name, String number) {
    Object initial =
        new Menu<Object>(random)
            .add(6, () -> "t.gate" + number)
            .add(2, () -> Piece.text("t.gate(", grammar.expressions.make(Type.STRING, 1), ")"))
            .add(1, () -> "null")
            .choose();
    return Piece.text("oracle.Gate " + name + " = ", initial);
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
