package dev.fermata.processor.validate;

import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.Owners;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Warns of a call in a coroutine that blocks the loop's thread. */
final class BlockingCallRule {

  /**
   * A method that blocks, by the type that declares it or a supertype of that, and what to write.
   */
  private record Blocking(String type, String method, String instead) {}

  private static final String TO_THREAD = "await(toThread(..)) around it";

  private static final List<Blocking> CALLS =
      List.of(
          new Blocking("java.lang.Thread", "sleep", "await(sleep(..))"),
          new Blocking("java.lang.Thread", "join", TO_THREAD),
          new Blocking("java.lang.Object", "wait", "await(event.waitFor()) with an asyncio Event"),
          new Blocking("java.lang.Process", "waitFor", "await(process.onExit())"),
          new Blocking("java.util.concurrent.CompletableFuture", "join", "await(..) around it"),
          new Blocking("java.util.concurrent.Future", "get", "await(..) around the future"),
          new Blocking("java.util.concurrent.CountDownLatch", "await", TO_THREAD),
          new Blocking(
              "java.util.concurrent.CyclicBarrier", "await", "await with asyncio's Barrier"),
          new Blocking(
              "java.util.concurrent.Semaphore", "acquire", "await with asyncio's Semaphore"),
          new Blocking("java.util.concurrent.BlockingQueue", "take", "await with asyncio's Queue"),
          new Blocking("java.util.concurrent.BlockingQueue", "put", "await with asyncio's Queue"),
          new Blocking(
              "java.util.concurrent.locks.Condition", "await", "await with asyncio's Condition"),
          new Blocking("java.util.concurrent.ExecutorService", "invokeAll", TO_THREAD),
          new Blocking("java.util.concurrent.ExecutorService", "awaitTermination", TO_THREAD),
          new Blocking("java.net.http.HttpClient", "send", "await(client.sendAsync(..))"));

  private final Attribution attribution;
  private final Report.Builder report;

  BlockingCallRule(Attribution attribution, Report.Builder report) {
    this.attribution = attribution;
    this.report = report;
  }

  void check(TreePath call) {
    TreePath name = Awaits.name(call);
    if (!(attribution.element(name) instanceof ExecutableElement method)) {
      return;
    }
    for (Blocking each : CALLS) {
      if (method.getSimpleName().contentEquals(each.method())
          && isDeclaredIn(method, each.type())) {
        BodyRules.warn(
            DiagnosticKey.BLOCKING_CALL,
            name,
            report,
            Owners.of(method).getSimpleName() + "." + each.method() + "()",
            each.instead());
        return;
      }
    }
  }

  private boolean isDeclaredIn(ExecutableElement method, String typeName) {
    TypeElement blocking = attribution.elements().getTypeElement(typeName);
    if (blocking == null) {
      return false;
    }
    if (blocking.getSuperclass().getKind() == TypeKind.NONE && !blocking.getKind().isInterface()) {
      // The methods of Object are final: those of other classes only have the same name.
      return Owners.of(method).equals(blocking);
    }
    TypeMirror owner = attribution.types().erasure(Owners.of(method).asType());
    return attribution.types().isSubtype(owner, attribution.types().erasure(blocking.asType()));
  }
}
