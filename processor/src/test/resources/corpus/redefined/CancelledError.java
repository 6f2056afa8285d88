package corpus.redefined;

// run: support
/** A namesake. */
public class CancelledError {
  public int own = 14;
}
