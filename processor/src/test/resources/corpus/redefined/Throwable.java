package corpus.redefined;

// run: support
/** A namesake. */
public class Throwable {
  public int own = 9;
}
