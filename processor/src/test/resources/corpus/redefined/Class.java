package corpus.redefined;

// run: support
/** A namesake. */
public class Class {
  public int own = 5;
}
