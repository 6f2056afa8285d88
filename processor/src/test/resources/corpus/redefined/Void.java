package corpus.redefined;

// run: support
/** A namesake. */
public class Void {
  public int own = 4;
}
