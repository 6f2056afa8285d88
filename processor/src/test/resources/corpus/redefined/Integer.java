package corpus.redefined;

// run: support
/** A namesake. */
public class Integer {
  public int own = 7;
}
