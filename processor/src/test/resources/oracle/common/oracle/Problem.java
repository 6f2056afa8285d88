package oracle;

/** A checked exception. */
public class Problem extends Exception {
  private static final long serialVersionUID = 1;

  public Problem(String message) {
    super(message);
  }

  /** A more special one. */
  public static class Special extends Problem {
    private static final long serialVersionUID = 1;

    public Special(String message) {
      super(message);
    }
  }
}
