package dev.fermata.processor.allocate;

import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.lower.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the variables whose values pass from one step method to another: those live where control
 * enters a stretch of blocks from outside, by a jump or by a failure.
 */
final class Crossings {

  private Crossings() {}

  static BitSet find(List<List<Block>> stretches, Variables variables, Liveness liveness) {
    BitSet crossing = new BitSet();
    if (stretches.size() == 1) {
      return crossing;
    }
    Map<IrLabel, Integer> stretchOf = new HashMap<>();
    for (int i = 0; i < stretches.size(); i++) {
      for (Block block : stretches.get(i)) {
        stretchOf.put(block.label(), i);
      }
    }
    for (Block block : stretches.stream().flatMap(List::stream).toList()) {
      Integer here = stretchOf.get(block.label());
      List<IrLabel> targets = new ArrayList<>(block.successors());
      targets.addAll(block.handlerTargets());
      for (IrLabel target : targets) {
        if (!Objects.equals(stretchOf.get(target), here)) {
          crossing.or(liveness.into(target));
        }
      }
    }
    return crossing;
  }
}
