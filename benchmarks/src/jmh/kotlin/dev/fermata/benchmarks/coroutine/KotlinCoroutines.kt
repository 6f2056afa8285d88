package dev.fermata.benchmarks.coroutine

import kotlin.concurrent.thread
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Kotlin's coroutines, on the event loop of `runBlocking`: one thread, no dispatch to others. */
class KotlinCoroutines : Competitor {

  override fun name() = "Kotlin"

  private suspend fun giveWay(turns: Int): Int {
    repeat(turns) { yield() }
    return turns
  }

  override fun switches(tasks: Int, turns: Int): Long = runBlocking {
    List(tasks) { async { giveWay(turns) } }.sumOf { it.await().toLong() }
  }

  private suspend fun mix(a: Int, b: Int): Int = (a * 31 + b) and 0xFFFFFF

  override fun calls(n: Int): Long = runBlocking {
    var mixed = 0
    for (i in 0 until n) {
      mixed = mix(mixed, i)
    }
    mixed.toLong()
  }

  private suspend fun fibonacci(n: Int): Int =
    if (n < 2) n else fibonacci(n - 1) + fibonacci(n - 2)

  override fun fib(n: Int): Long = runBlocking { fibonacci(n).toLong() }

  private suspend fun descend(depth: Int, turns: Int): Int =
    if (depth == 0) giveWay(turns) else 1 + descend(depth - 1, turns)

  override fun deep(depth: Int, turns: Int): Long = runBlocking {
    descend(depth, turns).toLong()
  }

  private suspend fun descend(depth: Int): Int = if (depth == 0) 0 else 1 + descend(depth - 1)

  override fun recurse(depth: Int): Long = runBlocking { descend(depth).toLong() }

  private suspend fun same(i: Int): Int = i

  override fun spawn(n: Int): Long = runBlocking {
    var sum = 0L
    for (i in 0 until n) {
      sum += async { same(i) }.await()
    }
    sum
  }

  override fun gather(n: Int): Long = runBlocking {
    List(n) { async { same(it) } }.awaitAll().sumOf { it.toLong() }
  }

  override fun channel(capacity: Int, n: Int): Long = runBlocking {
    val channel = Channel<Int>(capacity)
    launch {
      for (i in 0 until n) {
        channel.send(i)
      }
    }
    var sum = 0L
    for (i in 0 until n) {
      sum += channel.receive()
    }
    sum
  }

  private fun count(n: Int): Iterator<Int> = iterator {
    for (i in 0 until n) {
      yield(i)
    }
  }

  override fun generate(n: Int): Long {
    var sum = 0L
    for (value in count(n)) {
      sum += value
    }
    return sum
  }

  private suspend fun waitFor(future: Deferred<Int>, depth: Int): Int =
    if (depth == 1) future.await() + 1 else waitFor(future, depth - 1) + 1

  override fun suspended(tasks: Int, depth: Int, whenSuspended: Runnable): Long = runBlocking {
    val futures = ArrayList<CompletableDeferred<Int>>(tasks)
    var last: Deferred<Int> = CompletableDeferred(0)
    repeat(tasks) {
      val future = CompletableDeferred<Int>()
      futures.add(future)
      last = async { waitFor(future, depth) }
    }
    yield()
    whenSuspended.run()
    futures.forEach { it.complete(0) }
    if (last.await() == depth) tasks.toLong() else 0L
  }

  override fun sleeps(tasks: Int, atMost: Int): Long = runBlocking {
    List(tasks) {
        async {
          delay(Competitor.millis(it, atMost).toLong())
          1
        }
      }
      .awaitAll()
      .sumOf { it.toLong() }
  }

  override fun roundTrips(n: Int): Long {
    val exchange = Exchange<CompletableDeferred<Int>>()
    val answers = thread {
      runBlocking {
        var question = CompletableDeferred<Int>()
        exchange.open(question)
        repeat(n) {
          val value = question.await()
          question = CompletableDeferred()
          exchange.answer(value, question)
        }
      }
    }
    var sum = 0L
    for (i in 0 until n) {
      exchange.question().complete(i)
      sum += exchange.await(i)
    }
    answers.join()
    return sum
  }
}
