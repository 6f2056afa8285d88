package oracle;

/** To be switched on. */
public enum Color {
  RED,
  GREEN,
  BLUE
}
