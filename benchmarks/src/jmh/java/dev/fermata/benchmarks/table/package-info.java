/**
 * The command that measures everything and prints one table; open {@code Table} first. JMH measures
 * the {@link dev.fermata.benchmarks.coroutine.Program programs} that do one thing many times; the
 * rest takes processes of its own.
 */
@NullMarked
package dev.fermata.benchmarks.table;

import org.jspecify.annotations.NullMarked;
