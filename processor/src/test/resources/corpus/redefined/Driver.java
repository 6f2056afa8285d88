package corpus.redefined;

// run: support
/** A namesake. */
public class Driver {
  public int own = 6;
}
