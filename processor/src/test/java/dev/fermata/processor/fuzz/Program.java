package dev.fermata.processor.fuzz;

import dev.fermata.processor.oracle.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A generated program, perhaps made smaller since. */
final class Program {
  static final String PACKAGE = "fuzz";

  /** Stand for the names of its type and of the one that it extends. */
  static final String NAME = "PROGRAM";

  static final String BASE = NAME + "_Base";

  private final long seed;
  private final Piece root;
  private final Map<Piece, Object> replaced;

  Program(long seed, Piece root) {
    this(seed, root, new IdentityHashMap<>());
  }

  private Program(long seed, Piece root, Map<Piece, Object> replaced) {
    this.seed = seed;
    this.root = root;
    this.replaced = replaced;
  }

  long seed() {
    return seed;
  }

  /**
   * Programs like this one, each with one piece replaced by something simpler; bigger steps first.
   */
  List<Program> simpler() {
    List<Piece> pieces = new ArrayList<>();
    root.collect(pieces, replaced);
    List<Program> programs = new ArrayList<>();
    for (Piece piece : pieces) {
      for (Object simpler : piece.simpler()) {
        Map<Piece, Object> more = new IdentityHashMap<>(replaced);
        more.put(piece, simpler);
        programs.add(new Program(seed, root, more));
      }
    }
    return programs;
  }

  /** Its text, in a file named for it and a number that tells apart what is compiled together. */
  Source source(int number) {
    String name = "P" + Long.toString(seed).replace('-', 'm');
    String unique = number == 0 ? name : name + "_" + number;
    StringBuilder text = new StringBuilder();
    root.print(text, replaced);
    return new Source(
        PACKAGE + "/" + unique + "/" + unique + ".java",
        indented(
            text.toString()
                .replace("package " + PACKAGE + ";", "package " + PACKAGE + "." + unique + ";")
                .replace(NAME, unique)));
  }

  private static String indented(String text) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (String line : text.stripTrailing().split("\n", -1)) {
      String stripped = line.strip();
      if (stripped.startsWith("}")) {
        depth--;
      }
      out.append("  ".repeat(Math.max(0, stripped.isEmpty() ? 0 : depth)))
          .append(stripped)
          .append('\n');
      if (stripped.startsWith("}")) {
        depth++;
      }
      depth += balance(stripped);
    }
    return out.toString();
  }

  private static int balance(String line) {
    int balance = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '{') {
        balance++;
      } else if (line.charAt(i) == '}') {
        balance--;
      }
    }
    return balance;
  }
}
