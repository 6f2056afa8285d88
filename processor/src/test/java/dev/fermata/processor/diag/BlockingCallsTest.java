package dev.fermata.processor.diag;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls in coroutines that block the thread of the loop. */
class BlockingCallsTest {
  // catalogue 108
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "threads and processes",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(Thread thread, Process process) throws Exception {
                  Thread.sleep(1);
                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Thread.sleep() blocks. Write await(sleep(..)).
                  thread.join();
                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Thread.join() blocks. Write await(toThread(() -> ..))
              | around it.
                  wait();
                  ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Object.wait() blocks. Use asyncio's Event or Condition.
                  process.waitFor();
                         ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Process.waitFor() blocks. Write await(process.onExit()).
                  java.util.concurrent.TimeUnit.SECONDS.sleep(1);
                                                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. TimeUnit.sleep() blocks. Write await(sleep(..)).
                  Supplier<Coroutine<Void>> inside = () -> {
                    java.util.concurrent.locks.LockSupport.park();
                                                          ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. LockSupport.park() blocks. Use asyncio's Event.
                    return Coroutine.completed();
                  };
                  await(toThread(() -> process.waitFor()));
                  await(dev.fermata.asyncio.Asyncio.wait(List.of(createTask(foo(thread, process)))));
                  Runnable elsewhere = () -> process.descendants().forEach(p -> p.onExit().join());
                  return Coroutine.completed();
                }
                default void ordinary() throws Exception {
                  Thread.sleep(1);
                }
              }
              """),
          DiagnosticCase.of(
              "futures and executors",
              """
              @Async interface Foo {
                class MyFuture<T> extends java.util.concurrent.CompletableFuture<T> {
                  @Override public T join() { return null; }
                }
                default Coroutine<Void> foo(
                    java.util.concurrent.Future<?> future,
                    java.util.concurrent.CompletableFuture<?> completable,
                    java.util.concurrent.ExecutorService executor,
                    java.util.concurrent.ForkJoinTask<?> task,
                    MyFuture<?> mine)
                    throws Exception {
                  future.get();
                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Future.get() blocks. Write await(toThread(() -> ..))
              | around it.
                  completable.get(1, java.util.concurrent.TimeUnit.SECONDS);
                             ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. CompletableFuture.get() blocks. Write await(..) around the
              | future.
                  completable.join();
                             ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. CompletableFuture.join() blocks. Write await(..) around
              | the future.
                  mine.join();
                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. MyFuture.join() blocks. Write await(..) around the future.
                  completable.getNow(null);
                  executor.invokeAll(List.of());
                          ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ExecutorService.invokeAll() blocks. Write
              | await(toThread(() -> ..)) around it.
                  executor.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS);
                          ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ExecutorService.awaitTermination() blocks. Write
              | await(toThread(() -> ..)) around it.
                  executor.submit(() -> 1);
                  task.join();
                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ForkJoinTask.join() blocks. Write await(toThread(() ->
              | ..)) around it.
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "synchronizers",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(
                    java.util.concurrent.CountDownLatch latch,
                    java.util.concurrent.CyclicBarrier barrier,
                    java.util.concurrent.Semaphore semaphore,
                    java.util.concurrent.ArrayBlockingQueue<Integer> queue,
                    java.util.concurrent.locks.ReentrantLock lock,
                    java.util.concurrent.locks.Condition condition)
                    throws Exception {
                  latch.await();
                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. CountDownLatch.await() blocks. Use asyncio's Event.
                  barrier.await();
                         ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. CyclicBarrier.await() blocks. Use asyncio's Barrier.
                  semaphore.acquire();
                           ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Semaphore.acquire() blocks. Use asyncio's Semaphore.
                  semaphore.tryAcquire();
                  queue.take();
                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ArrayBlockingQueue.take() blocks. Use asyncio's Queue.
                  queue.put(1);
                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ArrayBlockingQueue.put() blocks. Use asyncio's Queue.
                  queue.poll();
                  queue.poll(1, java.util.concurrent.TimeUnit.SECONDS);
                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ArrayBlockingQueue.poll() blocks. Use asyncio's Queue.
                  queue.offer(1);
                  condition.await();
                           ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Condition.await() blocks. Use asyncio's Condition.
                  lock.lock();
                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ReentrantLock.lock() blocks. Use asyncio's Lock.
                  lock.unlock();
                  lock.tryLock();
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "files and streams",
              """
              @Async interface Foo {
                Scanner IN = new Scanner(System.in);
                default Coroutine<Void> foo(java.io.InputStream in, java.io.BufferedReader lines)
                    throws Exception {
                  in.read();
                    ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. InputStream.read() blocks. Write await(toThread(() -> ..))
              | around it.
                  in.readAllBytes();
                    ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. InputStream.readAllBytes() blocks. Write await(toThread(()
              | -> ..)) around it.
                  lines.readLine();
                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. BufferedReader.readLine() blocks. Write await(toThread(()
              | -> ..)) around it.
                  lines.ready();
                  new java.io.DataInputStream(in).readInt();
                                                 ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. DataInputStream.readInt() blocks. Write await(toThread(()
              | -> ..)) around it.
                  new java.io.FileReader("f").read();
                                             ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. FileReader.read() blocks. Write await(toThread(() -> ..))
              | around it.
                  System.in.read();
                           ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. InputStream.read() blocks. Write await(toThread(() -> ..))
              | around it.
                  IN.nextLine();
                    ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Scanner.nextLine() blocks. Write await(toThread(() -> ..))
              | around it.
                  new Scanner(System.in).nextInt();
                                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Scanner.nextInt() blocks. Write await(toThread(() -> ..))
              | around it.
                  System.console().readLine();
                                  ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Console.readLine() blocks. Write await(toThread(() -> ..))
              | around it.
                  java.nio.file.Path path = java.nio.file.Path.of("f");
                  java.nio.file.Files.readString(path);
                                     ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Files.readString() blocks. Write await(toThread(() -> ..))
              | around it.
                  java.nio.file.Files.write(path, new byte[0]);
                                     ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Files.write() blocks. Write await(toThread(() -> ..))
              | around it.
                  java.nio.file.Files.exists(path);
                  new java.io.RandomAccessFile("f", "r").readLong();
                                                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. RandomAccessFile.readLong() blocks. Write
              | await(toThread(() -> ..)) around it.
                  java.nio.channels.FileChannel.open(path).read((java.nio.ByteBuffer) null);
                                                          ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. FileChannel.read() blocks. Write await(toThread(() -> ..))
              | around it.
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "streams in memory",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(java.io.StringReader text, java.io.StringWriter out)
                    throws Exception {
                  java.io.ByteArrayInputStream bytes = new java.io.ByteArrayInputStream(new byte[9]);
                  bytes.read();
                  text.read();
                  text.transferTo(out);
                  new java.io.DataInputStream(bytes).readInt();
                  var lines = new java.io.BufferedReader(new java.io.StringReader("a"));
                  lines.readLine();
                  System.out.println("a");
                  System.out.write(1);
                  new Scanner("1 2").nextInt();
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "the network",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(
                    java.net.http.HttpClient client,
                    java.net.http.HttpRequest request,
                    java.nio.channels.SocketChannel unknown)
                    throws Exception {
                  client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
                        ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. HttpClient.send() blocks. Write
              | await(client.sendAsync(..)).
                  java.net.URI.create("").toURL().openStream();
                                                 ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. URL.openStream() blocks. Write await(toThread(() -> ..))
              | around it.
                  java.net.URI.create("").toURL().openConnection().getInputStream();
                                                                  ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. URLConnection.getInputStream() blocks. Write
              | await(toThread(() -> ..)) around it.
                  new java.net.Socket("localhost", 80).getInputStream().read();
                  ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. new java.net.Socket() blocks. Write await(toThread(() ->
              | ..)) around it.
                                                                       ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. InputStream.read() blocks. Write await(toThread(() -> ..))
              | around it.
                  new java.net.ServerSocket(80).accept();
                                               ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ServerSocket.accept() blocks. Write await(toThread(() ->
              | ..)) around it.
                  java.net.InetAddress.getByName("localhost");
                                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. InetAddress.getByName() blocks. Write await(toThread(() ->
              | ..)) around it.
                  var channel = java.nio.channels.SocketChannel.open();
                  channel.read((java.nio.ByteBuffer) null);
                         ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. SocketChannel.read() blocks. Write await(toThread(() ->
              | ..)) around it.
                  unknown.read((java.nio.ByteBuffer) null);
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "channels that do not block",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() throws Exception {
                  var channel = java.nio.channels.SocketChannel.open();
                  channel.configureBlocking(false);
                  channel.read((java.nio.ByteBuffer) null);
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "databases",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(javax.sql.DataSource source) throws Exception {
                  var connection = source.getConnection();
                                         ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. DataSource.getConnection() blocks. Write await(toThread(()
              | -> ..)) around it.
                  var statement = connection.prepareStatement("select 1");
                  statement.executeQuery();
                           ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. PreparedStatement.executeQuery() blocks. Write
              | await(toThread(() -> ..)) around it.
                  connection.commit();
                            ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Connection.commit() blocks. Write await(toThread(() ->
              | ..)) around it.
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "a loop inside of the loop",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(EventLoop loop) {
                  run(foo(loop));
                  ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Asyncio.run() blocks. Write await(..) around the
              | coroutine.
                  loop.runUntilComplete(foo(loop));
                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. EventLoop.runUntilComplete() blocks. Write await(..)
              | around it.
                  return Coroutine.completed();
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
