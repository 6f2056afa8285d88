package dev.fermata.processor.validate;

import dev.fermata.processor.model.Owners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/**
 * The methods that block their thread, and what to write instead.
 *
 * <p>A row holds for every class below its type, so it names the highest one that makes the
 * promise; where two rows fit, the first counts.
 */
final class BlockingCalls {

  /**
   * One row.
   *
   * @param type the qualified name of a class or interface
   * @param methods which of its methods, by their whole names
   * @param condition which overloads of these
   * @param instead what to do, as a sentence without its full stop
   */
  record Row(
      String type, Pattern methods, Predicate<ExecutableElement> condition, String instead) {}

  private static final String TO_THREAD = "Write await(toThread(() -> ..)) around it";
  private static final String CONSTRUCTOR = "<init>";
  private static final String CONCURRENT = "java.util.concurrent.";

  private static final List<Row> ROWS =
      List.of(
          // Waiting for time and for other threads
          row("java.lang.Thread", "sleep", "Write await(sleep(..))"),
          row("java.lang.Thread", "join", TO_THREAD),
          row(
              "java.lang.Object",
              "wait",
              BlockingCalls::isOfObject,
              "Use asyncio's Event or Condition"),
          row("java.lang.Process", "waitFor", "Write await(process.onExit())"),
          row(CONCURRENT + "TimeUnit", "sleep", "Write await(sleep(..))"),
          row(CONCURRENT + "TimeUnit", "timedJoin|timedWait", TO_THREAD),
          row(CONCURRENT + "CompletableFuture", "get|join", "Write await(..) around the future"),
          row(CONCURRENT + "ForkJoinTask", "get|join|invoke", TO_THREAD),
          row(CONCURRENT + "Future", "get", TO_THREAD),
          row(CONCURRENT + "CompletionService", "take", TO_THREAD),
          row(CONCURRENT + "ExecutorService", "invokeAll|invokeAny|awaitTermination", TO_THREAD),
          row(CONCURRENT + "ExecutorService", "close", TO_THREAD),
          row(CONCURRENT + "CountDownLatch", "await", "Use asyncio's Event"),
          row(CONCURRENT + "CyclicBarrier", "await", "Use asyncio's Barrier"),
          row(CONCURRENT + "Phaser", "arriveAndAwaitAdvance|await\\w+", "Use asyncio's Barrier"),
          row(CONCURRENT + "Semaphore", "acquire\\w*", "Use asyncio's Semaphore"),
          row(
              CONCURRENT + "Semaphore",
              "tryAcquire",
              BlockingCalls::isTimed,
              "Use asyncio's Semaphore"),
          row(CONCURRENT + "Exchanger", "exchange", "Use asyncio's Queue"),
          row(CONCURRENT + "BlockingQueue", "take\\w*|put\\w*|transfer", "Use asyncio's Queue"),
          row(
              CONCURRENT + "BlockingQueue",
              "poll\\w*|offer\\w*",
              BlockingCalls::isTimed,
              "Use asyncio's Queue"),
          row(CONCURRENT + "locks.Lock", "lock|lockInterruptibly", "Use asyncio's Lock"),
          row(CONCURRENT + "locks.Lock", "tryLock", BlockingCalls::isTimed, "Use asyncio's Lock"),
          row(CONCURRENT + "locks.Condition", "await\\w*", "Use asyncio's Condition"),
          row(CONCURRENT + "locks.LockSupport", "park\\w*", "Use asyncio's Event"),

          // Files
          row("java.nio.file.Files", "(read|write)[A-Z]\\w*|write", TO_THREAD),
          row("java.nio.file.Files", "copy|move|mismatch|lines|list|find|walk\\w*", TO_THREAD),
          row("java.io.RandomAccessFile", "read(?!y)\\w*|write\\w*", TO_THREAD),
          row("java.nio.channels.FileChannel", "read|write|transfer\\w+|force|lock", TO_THREAD),

          // Streams
          row("java.io.InputStream", "read(?!y)\\w*|skip|skipNBytes|transferTo", TO_THREAD),
          row("java.io.Reader", "read(?!y)\\w*|skip|transferTo", TO_THREAD),
          row("java.io.Console", "readLine|readPassword", TO_THREAD),
          row("java.lang.IO", "readln", TO_THREAD),
          row("java.util.Scanner", "(next|hasNext)\\w*|findInLine|skip", TO_THREAD),

          // The network
          row("java.net.http.HttpClient", "send", "Write await(client.sendAsync(..))"),
          row("java.net.URL", "openStream|getContent", TO_THREAD),
          row("java.net.URLConnection", "connect|get(Input|Output)Stream|getContent", TO_THREAD),
          row("java.net.HttpURLConnection", "getResponse\\w+|getErrorStream", TO_THREAD),
          row("java.net.InetAddress", "getByName|getAllByName|isReachable", TO_THREAD),
          row("java.net.Socket", "connect", TO_THREAD),
          row("java.net.Socket", CONSTRUCTOR, BlockingCalls::connects, TO_THREAD),
          row("java.net.ServerSocket", "accept", TO_THREAD),
          row("java.net.DatagramSocket", "receive", TO_THREAD),
          row("java.nio.channels.SocketChannel", "open", BlockingCalls::hasParameters, TO_THREAD),
          row("java.nio.channels.SocketChannel", "connect|read|write", TO_THREAD),
          row("java.nio.channels.ServerSocketChannel", "accept", TO_THREAD),
          row("java.nio.channels.DatagramChannel", "receive|read", TO_THREAD),
          row("java.nio.channels.Selector", "select", TO_THREAD),

          // Databases
          row("java.sql.DriverManager", "getConnection", TO_THREAD),
          row("javax.sql.DataSource", "getConnection", TO_THREAD),
          row("java.sql.Connection", "commit|rollback", TO_THREAD),
          row("java.sql.Statement", "execute\\w*", TO_THREAD),

          // Loops inside of the loop
          row("dev.fermata.asyncio.Asyncio", "run", "Write await(..) around the coroutine"),
          row("dev.fermata.asyncio.Runner", "run", "Write await(..) around the coroutine"),
          row("dev.fermata.asyncio.EventLoop", "runUntilComplete", "Write await(..) around it"),
          row("dev.fermata.asyncio.EventLoop", "runForever", "Use createTask(..)"));

  private static final Map<String, List<Row>> ROWS_OF =
      ROWS.stream().collect(Collectors.groupingBy(Row::type));

  private static Row row(String type, String methods, String instead) {
    return row(type, methods, method -> true, instead);
  }

  private static Row row(
      String type, String methods, Predicate<ExecutableElement> condition, String instead) {
    return new Row(type, Pattern.compile(methods), condition, instead);
  }

  /** The overloads that wait for some time; the others do not wait at all. */
  private static boolean isTimed(ExecutableElement method) {
    return method.getParameters().stream()
        .anyMatch(each -> each.asType().toString().equals(CONCURRENT + "TimeUnit"));
  }

  /** The final one, and not another class's method of that name. */
  private static boolean isOfObject(ExecutableElement method) {
    return Owners.of(method).getQualifiedName().contentEquals("java.lang.Object");
  }

  private static boolean hasParameters(ExecutableElement method) {
    return !method.getParameters().isEmpty();
  }

  /** Those with an address and a port. */
  private static boolean connects(ExecutableElement constructor) {
    return constructor.getParameters().size() > 1;
  }

  /**
   * The row that a call falls under.
   *
   * @param supertypes the qualified names of all supertypes of the receiver, its own included
   */
  static Optional<Row> find(ExecutableElement method, Set<String> supertypes) {
    List<Row> candidates = new ArrayList<>();
    supertypes.forEach(type -> candidates.addAll(ROWS_OF.getOrDefault(type, List.of())));
    String name = method.getSimpleName().toString();
    return candidates.stream()
        .filter(row -> row.methods().matcher(name).matches() && row.condition().test(method))
        .min(Comparator.comparing(ROWS::indexOf));
  }

  private BlockingCalls() {}
}
