package oracle;

/** An object with fields of several types. */
public class Box {
  public static int st;
  public int f;
  public byte b;
  public short s;
  public char c;
  public long l;
  public float g;
  public double d;
  public boolean z;
  public Integer n;
  public String text = "";
  public int[] a = {0, 10, 20, 30};
  public Box next;

  public Box() {}

  public Box(int f) {
    this.f = f;
  }

  public int get() {
    return f;
  }

  public Box set(int f) {
    this.f = f;
    return this;
  }

  public int plus(int x) {
    return f + x;
  }

  @Override
  public String toString() {
    return "Box" + f;
  }
}
