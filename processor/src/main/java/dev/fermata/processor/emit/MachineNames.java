package dev.fermata.processor.emit;

import dev.fermata.processor.allocate.Machine;
import dev.fermata.processor.allocate.StepPart;
import dev.fermata.processor.allocate.Storage;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;

/** The names inside one of a machine's step methods. */
record MachineNames(Machine machine, StepPart part) implements CodeWriter.Names {

  @Override
  public String nameOf(IrVar variable) {
    return machine.nameOf(variable);
  }

  @Override
  public boolean outlives(IrVar variable) {
    Storage where = machine.storageOf(variable);
    return where == Storage.FIELD || where == Storage.HOISTED;
  }

  @Override
  public String fresh(String wish) {
    return machine.claims().fresh(wish);
  }

  @Override
  public String loopLabel() {
    return machine.loopLabel();
  }

  @Override
  public boolean isGenerator() {
    return machine.graph().body().functionType().kind().yields();
  }

  @Override
  public int stateOf(IrLabel label) {
    return machine.stateOf(label);
  }

  @Override
  public boolean isElsewhere(IrLabel label) {
    return !part.has(label);
  }
}
