package corpus.redefined;

// run: support
/** A namesake. */
public class StackTraceElement {
  public int own = 17;
}
