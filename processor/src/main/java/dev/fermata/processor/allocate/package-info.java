/**
 * Where each variable of a machine lives: {@link dev.fermata.processor.lower.FlowGraph} in, {@link
 * dev.fermata.processor.allocate.Machine} out.
 *
 * <p>{@code Liveness} says which variables are live where, {@code Hoisting} decides between field
 * and local, {@code NameClaims} gives every variable its name in the generated class, and {@code
 * ClearPoints} finds the fields that a suspension must not keep alive.
 */
@NullMarked
package dev.fermata.processor.allocate;

import org.jspecify.annotations.NullMarked;
