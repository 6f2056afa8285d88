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
      "Remove sealed from it."),
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
  TYPE_LOCAL(
      Kind.ERROR,
      "The face of an @Async type stands in a file of its own.",
      "%s is declared in %s, so no other file can name it.",
      "Move it %s."),
  NO_CONSTRUCTOR(
      Kind.ERROR,
      "The face of an @Async class has the constructors of that class.",
      "%s has private constructors only.",
      "Make one of them package-private."),
  FACE_CLASH(
      Kind.ERROR,
      "The generated class of an @Async type takes its name with Async appended.",
      "%s exists already, %s.",
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
      "A coroutine function names the types of what it returns.",
      "%s returns the raw type %s.",
      "Return %s."),
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
      "This lambda implements %s, whose %s returns %s.",
      "%s."),
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
  AWAIT_IN_GENERATOR(
      Kind.ERROR,
      "A generator runs without an event loop, so it cannot await.",
      "This body returns %s.",
      "Return AsyncGenerator, and write AsyncGenerator.yield(..)."),
  YIELD_PLACE(
      Kind.ERROR,
      "yield can stand in the body of a generator function only.",
      "This one stands in %s.",
      "Move it to a method of an @Async type that returns Generator, or AsyncGenerator if it also"
          + " awaits."),
  YIELD_KIND(
      Kind.ERROR,
      "Each kind of generator has a yield of its own.",
      "This one is that of %s, in a body that returns %s.",
      "%s."),
  RETURN_ASYNC_GENERATOR(
      Kind.ERROR,
      "An asynchronous generator cannot hand over to another, as none can in Python.",
      "This returns %s.",
      "Write for (var each : await(..)) { AsyncGenerator.yield(each); }, and return"
          + " AsyncGenerator.completed()."),
  YIELD_TYPE(
      Kind.ERROR,
      "A generator yields values of the type that it is said to have.",
      "This body returns %s, and yields %s here.",
      "%s."),
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
      "%s."),
  AWAIT_IN_METHOD(
      Kind.ERROR,
      "await can stand in the body of a coroutine function only.",
      "%s returns %s.",
      "Let it return Coroutine<%s> and end with return Coroutine.%s."),
  AWAIT_IN_NESTED_CLASS(
      Kind.ERROR,
      "In a class inside a body await can stand in a method that returns Coroutine only.",
      "This one stands in %s, in %s of %s.",
      "Let the method return Coroutine, or await outside the class."),
  AWAIT_IN_LOCAL_COROUTINE(
      Kind.ERROR,
      "A lambda or class with awaits is compiled together with the member around it, which has to"
          + " be a coroutine function.",
      "This await stands in %s, in %s.",
      "Move it to a method of %s that returns Coroutine, and call that here."),
  AWAIT_OUTSIDE_ASYNC(
      Kind.ERROR, "await can stand in an @Async type only.", "%s is not annotated @Async.", "%s."),
  SECOND_COMPILER(
      Kind.ERROR,
      "javac cannot compile a canonical constructor of a record, a variable of an anonymous class,"
          + " nor a lambda's parameter of a captured type, that a processor has asked about, so the"
          + " coroutines beside it are compiled with a second javac, which sees the class path"
          + " through the first.",
      "For %s that failed: %s.",
      "Move the record to a file of its own, give the class a name, or the parameter its type."),
  RETURN_NULL(
      Kind.ERROR,
      "The body of a coroutine or generator function cannot return null.",
      "This one returns %s.",
      "Write return %s."),
  UNSUPPORTED_CONSTRUCT(
      Kind.ERROR,
      "await cannot stand here yet.",
      "It stands in %s.",
      "Await in a statement of its own before this one, and use its result here."),
  OUT_OF_REACH(
      Kind.ERROR,
      "A coroutine runs in a class generated beside its own type, which cannot reach everything"
          + " yet.",
      "%s is %s in %s.",
      "Make it package-private; where it is a method reference, a lambda that calls it may do."),
  VARIABLE_TYPE(
      Kind.ERROR,
      "In a type with coroutines each variable needs a type that can be named.",
      "%s gets one that is made of %s, which is not public.",
      "Write its type out."),
  TYPE_NAME(
      Kind.ERROR,
      "What a body declares goes into a class that takes its name from the @Async type, with"
          + " Coroutines appended.",
      "A type in a body cannot be called %s too.",
      "Rename it."),
  CATCH_THROWABLE(
      Kind.WARNING,
      "Cancelling a task throws CancelledError at its await.",
      "catch (%s) swallows it here.",
      "Catch Exception instead, or put catch (CancelledError e) { throw e; } before it."),
  BLOCKING_CALL(
      Kind.WARNING,
      "A coroutine that blocks its thread stops every other task of the loop.",
      "%s blocks.",
      "%s."),
  LOCK_ACROSS_AWAIT(
      Kind.WARNING,
      "A lock of java.util.concurrent belongs to its thread, and all tasks of a loop share one.",
      "%s is held across an await, where other tasks run and walk through it.",
      "Use asyncio's Lock."),
  NOT_AWAITED(
      Kind.WARNING,
      "A coroutine does nothing until it is awaited or scheduled.",
      "The one made by %s is dropped.",
      "Write await(..) around it, or createTask(..) to let it run beside."),
  NOT_ITERATED(
      Kind.WARNING,
      "A generator does nothing until it is asked for its values.",
      "The one made by %s is dropped.",
      "%s."),
  ADDED_CODE(
      Kind.ERROR,
      "A coroutine is compiled from the text of its body.",
      "Another processor has added code to that of %s, which stands nowhere in it.",
      "Write out what it adds, and take away the annotation that makes it do so."),
  MISSING_LIBRARY(
      Kind.ERROR,
      "Code with coroutines is compiled against Fermata's annotations and runtime.",
      "%s is not on the class path.",
      "Add %s to the dependencies."),
  RUNTIME_VERSION(
      Kind.ERROR,
      "Generated code and the runtime have to agree.",
      "This processor generates code for version %s of their protocol, and the runtime on the class"
          + " path has version %s.",
      "Use fermata-processor and fermata-runtime of the same version."),
  SOURCE_LEVEL(
      Kind.ERROR,
      "Generated code is Java 17.",
      "This compilation is for Java %s.",
      "Compile with --release 17 or a later one."),
  NO_TREES(
      Kind.WARNING,
      "Only javac shows a processor the bodies of methods.",
      "This compiler is another one, so the coroutines of %s throw when they are awaited.",
      "Build with javac."),
  UNRESOLVED(
      Kind.ERROR,
      "Coroutines are compiled once every name in their bodies is known.",
      "%s waited for %s to the end, and javac finds nothing wrong.",
      "Have the processor that makes it found by its META-INF/services; if there is none, this is a"
          + " bug in Fermata."),
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

  /** The first part of the wording. */
  String rule() {
    return rule;
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
