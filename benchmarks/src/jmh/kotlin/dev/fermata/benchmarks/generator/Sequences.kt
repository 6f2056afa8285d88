package dev.fermata.benchmarks.generator

/** The generators as Kotlin's sequences. */
object Sequences {

  @JvmStatic
  fun count(from: Int, to: Int): Iterator<Int> = iterator {
    for (i in from until to) {
      yield(i)
    }
  }

  @JvmStatic
  fun thirds(source: Iterator<Int>): Iterator<Int> = iterator {
    for (i in source) {
      if (i % 3 == 0) {
        yield(i)
      }
    }
  }

  @JvmStatic
  fun increments(source: Iterator<Int>): Iterator<Int> = iterator {
    for (i in source) {
      yield(i + 1)
    }
  }

  /** One sequence for all nodes: a suspending function that recurs. */
  @JvmStatic
  fun walk(root: Node?): Iterator<Int> = iterator { walkFrom(root) }

  private suspend fun SequenceScope<Int>.walkFrom(node: Node?) {
    if (node != null) {
      walkFrom(node.left)
      yield(node.value)
      walkFrom(node.right)
    }
  }
}
