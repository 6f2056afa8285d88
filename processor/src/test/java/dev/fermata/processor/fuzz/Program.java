package dev.fermata.processor.fuzz;

import dev.fermata.processor.oracle.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A generated program, perhaps made smaller since. */
final class Program {
  private final long seed;
  private final String name;
  private final Piece root;
  private final Map<Piece, Object> replaced;

  Program(long seed, String name, Piece root) {
    this(seed, name, root, new IdentityHashMap<>());
  }

  private Program(long seed, String name, Piece root, Map<Piece, Object> replaced) {
    this.seed = seed;
    this.name = name;
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
        programs.add(new Program(seed, name, root, more));
      }
    }
    return programs;
  }

  /** Its text, in a file named for it and a number that tells apart what is compiled together. */
  Source source(int number) {
    String unique = number == 0 ? name : name + "_" + number;
    StringBuilder text = new StringBuilder();
    root.print(text, replaced);
    return new Source(
        ProgramGenerator.PACKAGE + "/" + unique + "/" + unique + ".java",
        indented(
            text.toString()
                .replace("package fuzz;", "package fuzz." + unique + ";")
                .replace("interface " + name + " {", "interface " + unique + " {")));
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
