package corpus.redefined;

// run: support
/** A namesake. */
public class Members {
  public int own = 7;
}
