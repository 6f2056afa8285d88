package corpus.redefined;

// run: support
/** A namesake. */
public class Iterable {
  public int own = 8;
}
