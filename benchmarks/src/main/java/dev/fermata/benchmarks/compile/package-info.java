/**
 * How long javac takes with the processor, and how that grows.
 *
 * <p>The aim is 1.5 times what javac takes without it over the source and what is generated from
 * it. It is not reached. One profile of 100 types on JDK 17, in a warm JVM on a busy machine (6,191
 * samples of the compiling thread), in hundredths of the plain run:
 *
 * <pre>
 * javac's phases, as without a processor                        98
 * javac enters the declarations anew for each later round       20
 * javac resets what it knew before each round                    2
 * javac attributes the bodies in the second round               18
 * the processor: JavaPoet                                        9
 *                javac's filer                                   3
 *                javac's search for the paths of trees           3
 *                the rest, spread over all phases               24
 * </pre>
 *
 * <p>The search for paths has gone since; the profile was not repeated.
 *
 * <p>The first four and the filer make 1.41: about what the {@linkplain
 * dev.fermata.benchmarks.compile.Floor floor} does, which every run measures afresh. Attribution in
 * place costs that much whatever the processor does with it: javac forgets it at the end of the
 * round, and attributes the bodies again when it compiles. That leaves 0.09 for the processor's own
 * work, and the profile shows no single part of it whose removal would come near that.
 *
 * <p>Of the 18 two fifths are the resolution of calls by a simple name, {@code await} among them.
 */
@NullMarked
package dev.fermata.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
