package dev.fermata.processor.attribute;

import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.ir.Code;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place where the user's text does not stay as it stands. */
sealed interface Edit {

  int start();

  int end();

  /**
   * Other code in place of a range, or before a place when the range is empty.
   *
   * @param extent where the tree ends that this belongs to: nothing is inserted before a smaller
   *     one that starts at the same place
   * @param code given the whole range that is being written, what to write; null to leave the text
   */
  record Hole(int start, int end, int extent, Function<Range, @Nullable Code> code)
      implements Edit {}

  /**
   * Code before and behind a tree; also where the tree is cut around some of its children, but not
   * where only a part of it is written.
   */
  record Enclose(int start, int end, Code prefix, Code suffix) implements Edit {}

  /** A range that is written as usual, and then put into a part of its own. */
  record Wrap(int start, int end, UnaryOperator<Code> wrap) implements Edit {}
}
