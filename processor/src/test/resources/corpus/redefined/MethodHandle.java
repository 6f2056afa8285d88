package corpus.redefined;

// run: support
/** A namesake. */
public class MethodHandle {
  public int own = 12;
}
