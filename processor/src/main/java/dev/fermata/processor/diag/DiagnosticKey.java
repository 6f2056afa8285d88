package dev.fermata.processor.diag;

import java.util.Locale;
import javax.tools.Diagnostic.Kind;

/**
 * The whole list of diagnostics. The key is printed, documented, tested, and is the string that
 * {@code @SuppressWarnings} takes for a warning.
 *
 * <p>A wording has three parts: the rule, what was found ({@code %s} are the arguments), what to
 * write instead.
 */
public enum DiagnosticKey {
  TYPE_KIND(
      Kind.ERROR,
      "@Async belongs on an interface or a class.",
      "%s is %s, which nothing can extend.",
      "Move its coroutine functions to an interface of their own and annotate that."),
  TYPE_FINAL(
      Kind.ERROR,
      "The face of an @Async class is its subclass.",
      "%s is final.",
      "Remove final from the class."),
  TYPE_SEALED(
      Kind.ERROR,
      "The face of an @Async type implements or extends it.",
      "%s is sealed, and its generated subtype is not permitted.",
      "Remove sealed, or permit %s by name."),
  TYPE_PRIVATE(
      Kind.ERROR,
      "The face of an @Async type stands in a file of its own.",
      "%s is private, so no other file can name it.",
      "Make it package-private."),
  TYPE_INNER(
      Kind.ERROR,
      "The face of an @Async class is created without an enclosing object.",
      "%s is an inner class, which needs one.",
      "Make the class static."),
  NO_CONSTRUCTOR(
      Kind.ERROR,
      "The face of an @Async class has the constructors of that class.",
      "%s has private constructors only.",
      "Make one of them package-private."),
  FACE_CLASH(
      Kind.ERROR,
      "The generated class of an @Async type takes its name with Async appended.",
      "%s exists already, in %s.",
      "Rename one of the two."),
  FINAL_COROUTINE(
      Kind.ERROR,
      "A coroutine function is overridden by the generated face.",
      "%s is final.",
      "Remove final from the method."),
  SYNCHRONIZED_COROUTINE(
      Kind.ERROR,
      "A coroutine function cannot hold a monitor: it is left and entered again while it waits.",
      "%s is synchronized.",
      "Use the asyncio Lock and await its acquire()."),
  RAW_COROUTINE(
      Kind.ERROR,
      "A coroutine function names the type of its result.",
      "%s returns the raw type Coroutine.",
      "Return Coroutine<Void>, or Coroutine with the type of the value."),
  INHERITED_INACCESSIBLE(
      Kind.ERROR,
      "An inherited coroutine function runs in a class generated beside its own type.",
      "%s is declared in %s, which is not accessible from here.",
      "Make that type public, or override the function."),
  AWAIT_IN_SYNCHRONIZED(
      Kind.ERROR,
      "await cannot stand in a synchronized block: the coroutine is left while it waits, and a"
          + " monitor cannot be carried along.",
      "This await stands in synchronized (%s).",
      "Use the asyncio Lock, or await before or after the block."),
  AWAIT_IN_LAMBDA(
      Kind.ERROR,
      "await can stand in a lambda only if its functional interface returns Coroutine.",
      "This lambda is a %s, whose %s returns %s.",
      "Write a loop that awaits, or collect coroutines and await gather(..)."),
  AWAIT_REFERENCE(
      Kind.ERROR,
      "await is compiled where it is written, so it cannot be passed on as a method reference.",
      "%s is a method reference to it.",
      "Write a loop that awaits, or collect coroutines and await gather(..)."),
  AWAIT_ITERABLE(
      Kind.ERROR,
      "What has many values is awaited one by one.",
      "This awaits a whole %s outside the head of a loop.",
      "Write for (var each : await(..)) { .. }."),
  AWAIT_IN_INITIALIZER(
      Kind.ERROR,
      "await can stand in the body of a coroutine function only.",
      "This one stands in %s.",
      "Move it to a method that returns Coroutine, and await that."),
  AWAIT_IN_CONSTRUCTOR(
      Kind.ERROR,
      "await can stand in the body of a coroutine function only.",
      "This one stands in a constructor of %s.",
      "Write a coroutine function that awaits first and creates the object then."),
  AWAIT_IN_STATIC(
      Kind.ERROR,
      "await cannot stand in a static method: the generated face cannot override it.",
      "%s is static.",
      "Make it an instance method that returns Coroutine."),
  AWAIT_IN_METHOD(
      Kind.ERROR,
      "await can stand in the body of a coroutine function only.",
      "%s returns %s.",
      "Let it return Coroutine<%s> and end with return Coroutine.%s."),
  AWAIT_IN_NESTED_CLASS(
      Kind.ERROR,
      "await cannot stand in a class inside a body: only methods of an @Async type are coroutine"
          + " functions.",
      "This one stands in %s of %s.",
      "Await outside it, or make it a type of its own annotated @Async."),
  AWAIT_OUTSIDE_ASYNC(
      Kind.ERROR,
      "await can stand in an @Async type only.",
      "%s is not annotated @Async.",
      "Annotate it, and create its generated face %s."),
  LOCAL_TYPE_CAPTURE(
      Kind.ERROR,
      "A local class declared beside an await becomes a member of a class that holds what it uses"
          + " of the body.",
      "%s extends %s, which uses %s, and is declared inside a statement of its own.",
      "Declare the two beside each other, or make the subclass an anonymous class."),
  CANONICAL_CONSTRUCTOR(
      Kind.ERROR,
      "javac cannot compile a canonical constructor of a record that a processor has asked about, so"
          + " the coroutines beside it are compiled with a second javac, which sees the class path"
          + " through the first.",
      "For %s that failed: %s.",
      "Move the record to a file of its own, or check its components in a static method that creates"
          + " it."),
  RETURN_NULL(
      Kind.ERROR,
      "A coroutine function returns a coroutine, which is awaited where it is returned.",
      "This returns null, which cannot be awaited.",
      "Write return Coroutine.completed(), or return Coroutine.of(null)."),
  UNSUPPORTED_CONSTRUCT(
      Kind.ERROR,
      "await cannot stand here yet.",
      "It stands in %s.",
      "Await in a statement of its own before it and use the variable."),
  OUT_OF_REACH(
      Kind.ERROR,
      "A coroutine runs in a class generated beside its own type, which cannot reach everything"
          + " yet.",
      "%s is %s in %s.",
      "Make it package-private; where it is a method reference, a lambda that calls it may do."),
  SUPER_ACCESS(
      Kind.ERROR,
      "A coroutine runs in a class generated beside its own type, where super means another class.",
      "This names %s of a supertype through super.",
      "Call it in an ordinary method of the type, and call that method here."),
  LOCAL_TYPE(
      Kind.ERROR,
      "A lambda that is a coroutine runs in a class generated beside its own type.",
      "%s is declared in the method around it and unknown there.",
      "Declare it as a member of a type, or in the lambda."),
  CATCH_THROWABLE(
      Kind.WARNING,
      "Cancelling a task throws CancelledError at its await.",
      "catch (%s) swallows it here.",
      "Catch Exception, or rethrow CancelledError first."),
  BLOCKING_CALL(
      Kind.WARNING,
      "A coroutine that blocks its thread stops every other task of the loop.",
      "%s blocks.",
      "Write %s."),
  NOT_AWAITED(
      Kind.WARNING,
      "A coroutine does nothing until it is awaited or scheduled.",
      "The one that %s returns is dropped.",
      "Write await(..) around it, or createTask(..) to let it run beside."),
  NO_TREES(
      Kind.WARNING,
      "Only javac shows a processor the bodies of methods.",
      "This compiler is another one, so the coroutines of %s throw when they are awaited.",
      "Build with javac."),
  UNRESOLVED(
      Kind.NOTE,
      "Coroutines are compiled once every name in their bodies is known.",
      "%s waited for %s to the end.",
      "See the compiler's own error for that name."),
  CRASH(
      Kind.ERROR,
      "Fermata's processor failed; this is a bug in it.",
      "Version %s, at %s: %s",
      "Please report it with this trace.");

  private static final String PREFIX = "fermata.";

  private final Kind kind;
  private final String rule;
  private final String found;
  private final String instead;

  DiagnosticKey(Kind kind, String rule, String found, String instead) {
    this.kind = kind;
    this.rule = rule;
    this.found = found;
    this.instead = instead;
  }

  /**
   * The name that is printed, and that {@code @SuppressWarnings} takes: {@code
   * fermata.blocking-call}.
   */
  public String key() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Kind kind() {
    return kind;
  }

  public boolean isError() {
    return kind == Kind.ERROR;
  }

  /** The whole text; the arguments fill what was found, then what to write instead. */
  String message(Object... arguments) {
    String text = "[" + key() + "] " + rule + " " + found + " " + instead;
    return String.format(Locale.ROOT, text, arguments);
  }
}
