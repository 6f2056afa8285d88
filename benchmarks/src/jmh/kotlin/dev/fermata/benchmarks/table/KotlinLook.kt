package dev.fermata.benchmarks.table

import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking

/** What `FirstLook` of the examples does, in Kotlin. */
object KotlinLook {

  private suspend fun compute(x: Int, y: Int): Int {
    System.out.printf("Compute %d + %d ...%n", x, y)
    delay(1_000)
    return x + y
  }

  private suspend fun printSum(x: Int, y: Int) {
    val result = compute(x, y)
    System.out.printf("%d + %d = %d%n", x, y, result)
  }

  @JvmStatic fun main(arguments: Array<String>) = runBlocking { printSum(1, 2) }
}
