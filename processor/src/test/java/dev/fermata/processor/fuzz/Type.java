package dev.fermata.processor.fuzz;

/** The types of variables and expressions in generated programs. */
enum Type {
  INT("int", "1"),
  LONG("long", "1L"),
  BYTE("byte", "((byte) 1)"),
  CHAR("char", "'c'"),
  DOUBLE("double", "0.5"),
  BOOLEAN("boolean", "(\"\".length() == 0)"),
  STRING("String", "\"s\""),
  INTEGER("Integer", "Integer.valueOf(7)"),
  OBJECT("Object", "((Object) \"o\")"),
  BOX("Box", "new Box()"),
  INTS("int[]", "new int[] {1, 2, 3, 4}");

  private final String text;
  private final String simplest;

  Type(String text, String simplest) {
    this.text = text;
    this.simplest = simplest;
  }

  /** As Java writes it. */
  String text() {
    return text;
  }

  /** An expression of it as simple as can be, but not constant where a condition is wanted. */
  String simplest() {
    return simplest;
  }
}
