package corpus.redefined;

// run: support
/** A namesake. */
public class Task {
  public int own = 4;
}
