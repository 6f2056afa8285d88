package corpus.redefined;

// run: support
/** A namesake. */
public class Asyncio {
  public int own = 7;
}
