package corpus.classes.elsewhere;

// run: support
/** An ordinary superclass in another package. */
public class Base<T> {
  protected T value;
  protected int number = 5;
  protected static int shared = 1;

  protected Base(T value) {
    this.value = value;
  }

  public String describe(T x) {
    return "base " + x;
  }

  public int count(int... xs) {
    return xs.length;
  }

  protected String guarded(T x) {
    return "guarded " + x + value;
  }

  protected static int guardedStatic(int x) {
    return x * 3;
  }

  protected void failing(String message) throws java.io.IOException {
    throw new java.io.IOException(message);
  }

  @Override
  public String toString() {
    return "Base";
  }
}
