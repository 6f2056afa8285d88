package oracle;

/** A shape that refuses to tell some of its values. */
public record Dot(int x) implements Shape {
  @Override
  public int x() {
    if (x == 5) {
      throw new IllegalStateException("five");
    }
    return x;
  }
}
