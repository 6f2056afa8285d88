package dev.fermata.processor.fuzz;

/** The types of variables and expressions in generated programs. */
enum Type {
  INT("int", "Integer", "1"),
  LONG("long", "Long", "1L"),
  BYTE("byte", "Byte", "((byte) 1)"),
  SHORT("short", "Short", "((short) 1)"),
  CHAR("char", "Character", "'c'"),
  FLOAT("float", "Float", "0.25f"),
  DOUBLE("double", "Double", "0.5"),
  BOOLEAN("boolean", "Boolean", "(\"\".length() == 0)"),
  STRING("String", "String", "\"s\""),
  INTEGER("Integer", "Integer", "Integer.valueOf(7)"),
  OBJECT("Object", "Object", "((Object) \"o\")"),
  BOX("Box", "Box", "new Box()"),
  INTS("int[]", "int[]", "new int[] {1, 2, 3, 4}"),
  LIST("List<Integer>", "List<Integer>", "List.of(1)"),
  COLOR("Color", "Color", "Color.RED"),
  SHAPE("Shape", "Shape", "((Shape) new Dot(1))");

  private final String text;
  private final String boxed;
  private final String simplest;

  Type(String text, String boxed, String simplest) {
    this.text = text;
    this.boxed = boxed;
    this.simplest = simplest;
  }

  /** As Java writes it. */
  String text() {
    return text;
  }

  /** As Java writes it as the argument of a type. */
  String boxed() {
    return boxed;
  }

  /** An expression of it as simple as can be, but not constant where a condition is wanted. */
  String simplest() {
    return simplest;
  }
}
