package dev.fermata.processor.ir;

/** A jump target, compared by identity. The name is for people who read a dump. */
public final class IrLabel {

  private final String name;

  public IrLabel(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
