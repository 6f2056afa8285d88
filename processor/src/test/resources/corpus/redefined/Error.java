package corpus.redefined;

// run: support
/** A namesake. */
public class Error {
  public int own = 5;
}
