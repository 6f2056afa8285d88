package corpus.redefined;

// run: support
/** A namesake. */
public class Override {
  public int own = 8;
}
