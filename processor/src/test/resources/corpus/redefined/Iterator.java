package corpus.redefined;

// run: support
/** A namesake. */
public class Iterator {
  public int own = 8;
}
