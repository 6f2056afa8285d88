package corpus.redefined;

// run: support
/** A namesake. */
public class RuntimeException {
  public int own = 16;
}
