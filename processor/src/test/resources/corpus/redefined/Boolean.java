package corpus.redefined;

// run: support
/** A namesake. */
public class Boolean {
  public int own = 7;
}
