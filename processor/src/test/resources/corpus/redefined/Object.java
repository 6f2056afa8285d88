package corpus.redefined;

// run: support
/** A namesake. */
public class Object {
  public int own = 6;
}
