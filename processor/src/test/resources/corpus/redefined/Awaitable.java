package corpus.redefined;

// run: support
/** A namesake. */
public class Awaitable {
  public int own = 9;
}
