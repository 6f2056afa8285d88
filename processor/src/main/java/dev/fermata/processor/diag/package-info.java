/**
 * What the processor has to say to its user: the list of all diagnostics, one finding, an ordered
 * report, and the one class that prints.
 *
 * <p>Rules fill a {@link dev.fermata.processor.diag.Report}; only the top level prints it, through
 * {@link dev.fermata.processor.diag.MessagerReporter}. Imports nothing of the processor.
 *
 * <p>The errors, each with the rule that was broken:
 *
 * <ul>
 *   <li>{@code fermata.type-kind}: {@code @Async} belongs on an interface or a class.
 *   <li>{@code fermata.type-final}: The face of an {@code @Async} class is its subclass.
 *   <li>{@code fermata.type-sealed}: The face of an {@code @Async} type implements or extends it.
 *   <li>{@code fermata.type-private}: The face of an {@code @Async} type stands in a file of its
 *       own.
 *   <li>{@code fermata.type-inner}: The face of an {@code @Async} class is created without an
 *       enclosing object.
 *   <li>{@code fermata.type-local}: The face of an {@code @Async} type stands in a file of its own.
 *   <li>{@code fermata.no-constructor}: The face of an {@code @Async} class has the constructors of
 *       that class.
 *   <li>{@code fermata.face-clash}: The generated class of an {@code @Async} type takes its name
 *       with Async appended.
 *   <li>{@code fermata.final-coroutine}: A coroutine function is overridden by the generated face.
 *   <li>{@code fermata.synchronized-coroutine}: A coroutine function cannot hold a monitor: it is
 *       left and entered again while it waits.
 *   <li>{@code fermata.raw-coroutine}: A coroutine function names the types of what it returns.
 *   <li>{@code fermata.inherited-inaccessible}: An inherited coroutine function runs in a class
 *       generated beside its own type.
 *   <li>{@code fermata.await-in-synchronized}: await cannot stand in a synchronized block: the
 *       coroutine is left while it waits, and a monitor cannot be carried along.
 *   <li>{@code fermata.await-in-lambda}: await can stand in a lambda only if its functional
 *       interface returns Coroutine.
 *   <li>{@code fermata.await-reference}: await is compiled where it is written, so it cannot be
 *       passed on as a method reference.
 *   <li>{@code fermata.await-iterable}: What has many values is awaited one by one.
 *   <li>{@code fermata.await-in-generator}: A generator runs without an event loop, so it cannot
 *       await.
 *   <li>{@code fermata.yield-place}: yield can stand in the body of a generator function only.
 *   <li>{@code fermata.yield-kind}: Each kind of generator has a yield of its own.
 *   <li>{@code fermata.return-async-generator}: An asynchronous generator cannot hand over to
 *       another, as none can in Python.
 *   <li>{@code fermata.yield-type}: A generator yields values of the type that it is said to have.
 *   <li>{@code fermata.await-in-initializer}: await can stand in the body of a coroutine function
 *       only.
 *   <li>{@code fermata.await-in-constructor}: await can stand in the body of a coroutine function
 *       only.
 *   <li>{@code fermata.await-in-static}: await cannot stand in a static method: the generated face
 *       cannot override it.
 *   <li>{@code fermata.await-in-method}: await can stand in the body of a coroutine function only.
 *   <li>{@code fermata.await-in-nested-class}: In a class inside a body await can stand in a method
 *       that returns Coroutine only.
 *   <li>{@code fermata.await-in-local-coroutine}: A lambda or class with awaits is compiled
 *       together with the member around it, which has to be a coroutine function.
 *   <li>{@code fermata.await-outside-async}: await can stand in an {@code @Async} type only.
 *   <li>{@code fermata.second-compiler}: javac cannot compile a canonical constructor of a record,
 *       a variable of an anonymous class, nor a lambda's parameter of a captured type, that a
 *       processor has asked about, so the coroutines beside it are compiled with a second javac,
 *       which sees the class path through the first.
 *   <li>{@code fermata.return-null}: The body of a coroutine or generator function cannot return
 *       null.
 *   <li>{@code fermata.unsupported-construct}: await cannot stand here yet.
 *   <li>{@code fermata.out-of-reach}: A coroutine runs in a class generated beside its own type,
 *       which cannot reach everything yet. where super means another class.
 *   <li>{@code fermata.variable-type}: In a type with coroutines each variable needs a type that
 *       can be named.
 *   <li>{@code fermata.type-name}: What a body declares goes into a class that takes its name from
 *       the {@code @Async} type, with Coroutines appended.
 *   <li>{@code fermata.added-code}: A coroutine is compiled from the text of its body.
 *   <li>{@code fermata.missing-library}: Code with coroutines is compiled against Fermata's
 *       annotations and runtime.
 *   <li>{@code fermata.runtime-version}: Generated code and the runtime have to agree.
 *   <li>{@code fermata.source-level}: Generated code is Java 17.
 *   <li>{@code fermata.unresolved}: Coroutines are compiled once every name in their bodies is
 *       known.
 *   <li>{@code fermata.crash}: Fermata's processor failed; this is a bug in it.
 * </ul>
 *
 * <p>The warnings, which {@code @SuppressWarnings} silences by these keys:
 *
 * <ul>
 *   <li>{@code fermata.catch-throwable}: Cancelling a task throws CancelledError at its await.
 *   <li>{@code fermata.blocking-call}: A coroutine that blocks its thread stops every other task of
 *       the loop.
 *   <li>{@code fermata.lock-across-await}: A lock of java.util.concurrent belongs to its thread,
 *       and all tasks of a loop share one.
 *   <li>{@code fermata.not-awaited}: A coroutine does nothing until it is awaited or scheduled.
 *   <li>{@code fermata.not-iterated}: A generator does nothing until it is asked for its values.
 *   <li>{@code fermata.no-trees}: Only javac shows a processor the bodies of methods.
 * </ul>
 */
@NullMarked
package dev.fermata.processor.diag;

import org.jspecify.annotations.NullMarked;
