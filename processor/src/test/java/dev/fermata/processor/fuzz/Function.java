package dev.fermata.processor.fuzz;

/**
 * A function of the program besides its entry.
 *
 * @param index its place in the order in which they call each other
 * @param result the type of its result or, of a generator, of its values
 * @param inherited whether it stands in the type that the program's type extends
 * @param hidden whether it is private
 */
record Function(int index, Kind kind, Form form, Type result, boolean inherited, boolean hidden) {

  /** What it returns. */
  enum Kind {
    COROUTINE("Coroutine<%s>"),
    GENERATOR("Generator<%s>"),
    SENDER("SendGenerator<%s, Object, String>"),
    ASYNC_GENERATOR("AsyncGenerator<%s>");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** Its last parameter, after a trace and an int. */
  enum Form {
    PLAIN,
    VARARGS,
    /** Of any type. */
    GENERIC,
    /** Of any type, which is that of the result as well; only of coroutines. */
    ECHO
  }

  String name() {
    return "h" + index;
  }

  boolean hasTwin() {
    return (kind == Kind.GENERATOR || kind == Kind.ASYNC_GENERATOR) && form != Form.VARARGS;
  }

  /** Of the method that adds to a list what this yields. */
  String twinName() {
    return "list" + index;
  }

  /** As Java writes the type of what it returns. */
  String returned() {
    return kind.text.formatted(form == Form.ECHO ? "X" : result.boxed());
  }

  boolean isGeneric() {
    return form == Form.GENERIC || form == Form.ECHO;
  }

  /** Whether a call can have such a result or values. */
  boolean gives(Type type) {
    return form == Form.ECHO || result == type;
  }

  boolean awaits() {
    return kind == Kind.COROUTINE || kind == Kind.ASYNC_GENERATOR;
  }

  boolean isGenerator() {
    return kind != Kind.COROUTINE;
  }
}
