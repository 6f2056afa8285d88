package corpus.redefined;

// run: support
/** A namesake. */
public class String {
  public int own = 6;
}
