package dev.fermata.processor.model;

/**
 * Every class and method of the runtime that generated code, or a rule about user code, mentions.
 *
 * <p>Plain strings: the processor does not depend on the runtime. {@link #PROTOCOL_VERSION} is
 * checked by the processor, and by generated code when it is loaded, so that a mismatch is one
 * clear message.
 */
public final class RuntimeNames {

  /** The version of the contract between generated code and the runtime. */
  public static final int PROTOCOL_VERSION = 1;

  /** The annotation that marks a type as holding coroutine functions. */
  public static final String ASYNC = "dev.fermata.Async";

  public static final String ASYNCIO_PACKAGE = "dev.fermata.asyncio";
  public static final String CODEGEN_PACKAGE = "dev.fermata.asyncio.codegen";

  /** The class of module-level functions, {@code await} among them. */
  public static final String ASYNCIO = ASYNCIO_PACKAGE + ".Asyncio";

  public static final String AWAIT = "await";
  public static final String GET_EVENT_LOOP = "getEventLoop";
  public static final String RUN_UNTIL_COMPLETE = "runUntilComplete";
  public static final String AWAITABLE = ASYNCIO_PACKAGE + ".Awaitable";
  public static final String COROUTINE = ASYNCIO_PACKAGE + ".Coroutine";
  public static final String GENERATOR = ASYNCIO_PACKAGE + ".Generator";
  public static final String SEND_GENERATOR = ASYNCIO_PACKAGE + ".SendGenerator";
  public static final String ASYNC_GENERATOR = ASYNCIO_PACKAGE + ".AsyncGenerator";
  public static final String YIELD = "yield";
  public static final String YIELD_FROM = "yieldFrom";

  public static final String ASYNC_ITERABLE = ASYNCIO_PACKAGE + ".AsyncIterable";
  public static final String ASYNC_ITERATOR = ASYNCIO_PACKAGE + ".AsyncIterator";
  public static final String STOP_ASYNC_ITERATION =
      ASYNCIO_PACKAGE + ".StopAsyncIterationException";
  public static final String ASYNC_CONTEXT_MANAGER = ASYNCIO_PACKAGE + ".AsyncContextManager";

  /** One of the JDK's own, whose values can be waited for one by one. */
  public static final String PUBLISHER = "java.util.concurrent.Flow.Publisher";

  public static final String FUTURE = ASYNCIO_PACKAGE + ".Future";

  /** Static methods of Coroutine that the compiler knows, so that no object is made for them. */
  public static final String COROUTINE_OF = "of";

  public static final String COROUTINE_COMPLETED = "completed";

  /** Static methods of generators that the compiler knows in the same way. */
  public static final String GENERATOR_COMPLETED = "completed";

  public static final String GENERATOR_RETURNING = "returning";

  /** What steps a coroutine: opaque to generated code, which only passes it on. */
  public static final String DRIVER = ASYNCIO_PACKAGE + ".Driver";

  public static final String COROUTINE_FRAME = ASYNCIO_PACKAGE + ".CoroutineFrame";

  /** What cancelling a task throws. */
  public static final String CANCELLED_ERROR = ASYNCIO_PACKAGE + ".CancelledError";

  /** The base classes of generated machines. */
  public static final String ASYNC_FRAME = CODEGEN_PACKAGE + ".AsyncFrame";

  public static final String GENERATOR_FRAME = CODEGEN_PACKAGE + ".GeneratorFrame";
  public static final String ASYNC_GENERATOR_FRAME = CODEGEN_PACKAGE + ".AsyncGeneratorFrame";

  /** Of a machine that is not itself what its function returns: makes that. */
  public static final String CREATE = "create";

  public static final String GENERATOR_OF_FRAME = "generator";

  /** Finds what no other class can name. */
  public static final String MEMBERS = CODEGEN_PACKAGE + ".Members";

  /** Checks that the runtime fits the generated code. */
  public static final String PROTOCOL = CODEGEN_PACKAGE + ".Protocol";

  /** The constant with the runtime's own version. */
  public static final String PROTOCOL_VERSION_FIELD = "VERSION";

  public static final String PROTOCOL_REQUIRE = "require";

  /** Says which lines of the user's file those of a generated one stem from. */
  public static final String SOURCE_LINES = ASYNCIO_PACKAGE + ".SourceLines";

  /** Members of the frame classes that generated code calls or overrides. */
  public static final String STEP = "step";

  public static final String CLEAR = "clear";
  public static final String LOCATION = "location";
  public static final String LOCATION_AT = "locationAt";
  public static final String STATE = "state";
  public static final String SUSPENDED = "SUSPENDED";
  public static final String DONE = "DONE";
  public static final String DONE_WITH = "done";
  public static final String TAKE_RESULT = "takeResult";
  public static final String ELSEWHERE = "ELSEWHERE";
  public static final String GO_ON_ELSEWHERE = "elsewhere";
  public static final String IS_ELSEWHERE = "isElsewhere";
  public static final String CARRIED = "carried";
  public static final String ILLEGAL_STATE = "illegalState";
  public static final String BOUND = "bound";
  public static final String INITIALIZE = "initialize";

  /** The end of the generated face's name: {@code FooAsync}. */
  public static final String FACE_SUFFIX = "Async";

  /** The end of the name of the class that holds the machines: {@code FooCoroutines}. */
  public static final String MACHINES_SUFFIX = "Coroutines";

  private RuntimeNames() {}
}
