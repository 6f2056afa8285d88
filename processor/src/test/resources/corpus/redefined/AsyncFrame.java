package corpus.redefined;

// run: support
/** A namesake. */
public class AsyncFrame {
  public int own = 10;
}
