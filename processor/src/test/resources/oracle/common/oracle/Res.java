package oracle;

/** A resource that logs. */
public class Res implements AutoCloseable {
  private final Trace t;
  public final String name;
  private final boolean bad;

  Res(Trace t, String name, boolean bad) {
    this.t = t;
    this.name = name;
    this.bad = bad;
  }

  @Override
  public void close() {
    t.log("close " + name);
    if (bad) {
      throw new IllegalArgumentException("close " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
