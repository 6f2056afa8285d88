/**
 * From structured statements to a graph of basic blocks: {@link dev.fermata.processor.ir.IrBody}
 * in, {@link dev.fermata.processor.lower.FlowGraph} out.
 *
 * <p>{@code FlowBuilder} walks the statements, {@code OperandSpiller} the expressions; both append
 * to a {@code BlockSequence}. {@code JumpScopes} knows which finally blocks a jump passes.
 * Afterwards {@code Records} drops what nobody asks of a finally, {@code FlowCleanup} drops what
 * cannot be reached and {@code FlowVerifier} states what now holds: no suspension is left inside an
 * expression, every target exists, every block has one handler region.
 */
@NullMarked
package dev.fermata.processor.lower;

import org.jspecify.annotations.NullMarked;
