package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program: text with pieces in it, and what could stand in its place to make the
 * program smaller.
 *
 * <p>Compared by identity: a shrunk program is the same tree with some of its pieces replaced.
 */
final class Piece {
  private final List<Object> parts;
  private final @Nullable Type type;
  private final List<Object> simpler = new ArrayList<>();

  private Piece(@Nullable Type type, List<Object> parts) {
    this.type = type;
    this.parts = parts;
  }

  /** Text; parts are strings and pieces. */
  static Piece text(Object... parts) {
    return new Piece(null, List.of(parts));
  }

  static Piece text(List<?> parts) {
    return new Piece(null, List.copyOf(parts));
  }

  /** A statement: it can be left out, or make way for a statement in it. */
  static Piece statement(Object... parts) {
    Piece piece = text(parts);
    piece.simpler.add("");
    for (Object part : parts) {
      if (part instanceof Piece child && child.type == null) {
        piece.simpler.add(child);
      }
    }
    return piece;
  }

  /** An expression: a constant can stand for it, or an operand of its type. */
  static Piece expression(Type type, Object... parts) {
    Piece piece = new Piece(type, List.of(parts));
    piece.simpler.add(type.simplest());
    for (Object part : parts) {
      if (part instanceof Piece child && child.type == type) {
        piece.simpler.add(child);
      }
    }
    return piece;
  }

  /** One that is as small as it can be. */
  static Piece leaf(Type type, String text) {
    return new Piece(type, List.of(text));
  }

  /** The piece as it reads in a twin of the function that it was made for. */
  static Piece twin(Piece piece) {
    return text(new Twin(piece));
  }

  /**
   * Text that reads otherwise in a twin.
   *
   * @param usual what it is anywhere else
   */
  record Fork(String usual, String twin) {}

  private record Twin(Piece piece) {}

  /** Strings and pieces that could stand in its place. */
  List<Object> simpler() {
    return simpler;
  }

  /** Appends its text, where {@code replaced} says what stands in the place of some pieces. */
  void print(StringBuilder out, Map<Piece, Object> replaced) {
    print(this, out, replaced, false);
  }

  private static void print(
      Object part, StringBuilder out, Map<Piece, Object> replaced, boolean twin) {
    if (part instanceof Piece piece) {
      Object replacement = replaced.get(piece);
      if (replacement != null) {
        print(replacement, out, replaced, twin);
      } else {
        piece.parts.forEach(child -> print(child, out, replaced, twin));
      }
    } else if (part instanceof Twin other) {
      print(other.piece, out, replaced, true);
    } else if (part instanceof Fork fork) {
      out.append(twin ? fork.twin : fork.usual);
    } else {
      out.append(part);
    }
  }

  boolean contains(String text) {
    StringBuilder out = new StringBuilder();
    print(out, Map.of());
    return out.indexOf(text) >= 0;
  }

  /** Adds itself and the pieces in it, from the outside in, as far as they are printed. */
  void collect(List<Piece> all, Map<Piece, Object> replaced) {
    Object replacement = replaced.get(this);
    if (replacement instanceof Piece piece) {
      piece.collect(all, replaced);
    } else if (replacement == null) {
      all.add(this);
      for (Object part : parts) {
        if (part instanceof Piece piece) {
          piece.collect(all, replaced);
        }
      }
    }
  }
}
