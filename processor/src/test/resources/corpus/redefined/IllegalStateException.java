package corpus.redefined;

// run: support
/** A namesake. */
public class IllegalStateException {
  public int own = 21;
}
