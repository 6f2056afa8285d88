package dev.fermata.processor.attribute;

import dev.fermata.processor.attribute.SourceText.Range;
import dev.fermata.processor.ir.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes ranges of the source as {@link Code}: the text between the edits, and what they put in.
 */
final class CodeRenderer {

  private final SourceText source;
  private final List<Edit> edits;

  CodeRenderer(SourceText source, List<Edit> edits) {
    this.source = source;
    // Outer before inner, and what is inserted before all that starts there.
    this.edits =
        edits.stream()
            .sorted(
                Comparator.comparingInt(Edit::start)
                    .thenComparing(edit -> edit.end() > edit.start())
                    .thenComparing(Edit::end, Comparator.reverseOrder()))
            .toList();
  }

  Code code(Range range) {
    return around(range, List.of()).get(0);
  }

  /** The pieces of {@code whole} around the holes cut into it, in order. */
  List<Code> around(Range whole, List<Range> holes) {
    String indentation = source.indentation(whole);
    List<Code> pieces = new ArrayList<>();
    int start = whole.start();
    for (Range hole : holes) {
      if (hole.start() < start || hole.end() > whole.end()) {
        throw new IllegalArgumentException("children out of order");
      }
      pieces.add(new Piece(whole, indentation, hole.end()).write(start, hole.start(), 0));
      start = hole.end();
    }
    pieces.add(new Piece(whole, indentation, whole.end()).write(start, whole.end(), 0));
    if (!holes.isEmpty()) {
      enclose(whole, pieces);
    }
    return pieces;
  }

  /** What stands around a tree stands around its pieces. */
  private void enclose(Range whole, List<Code> pieces) {
    for (Edit edit : edits) {
      if (edit instanceof Edit.Enclose enclosed
          && enclosed.start() == whole.start()
          && enclosed.end() == whole.end()) {
        int last = pieces.size() - 1;
        pieces.set(0, Code.builder().add(enclosed.prefix()).add(pieces.get(0)).build());
        pieces.set(last, Code.builder().add(pieces.get(last)).add(enclosed.suffix()).build());
      }
    }
  }

  /** One piece, which ends where a hole begins that ends at {@code boundary}. */
  private final class Piece {
    private final Range whole;
    private final String indentation;
    private final int boundary;

    Piece(Range whole, String indentation, int boundary) {
      this.whole = whole;
      this.indentation = indentation;
      this.boundary = boundary;
    }

    Code write(int start, int end, int firstEdit) {
      Code.Builder out = Code.builder();
      int written = start;
      for (int i = Math.max(firstEdit, firstFrom(start)); i < edits.size(); i++) {
        Edit edit = edits.get(i);
        if (edit.start() > end) {
          break;
        }
        if (edit.start() < written || edit.end() > end) {
          continue;
        }
        if (edit instanceof Edit.Wrap wrap) {
          out.add(source.text(written, wrap.start(), indentation));
          out.add(wrap.wrap().apply(write(wrap.start(), wrap.end(), i + 1)));
          written = wrap.end();
        } else if (edit instanceof Edit.Enclose enclosed) {
          out.add(source.text(written, enclosed.start(), indentation));
          out.add(enclosed.prefix());
          out.add(write(enclosed.start(), enclosed.end(), i + 1));
          out.add(enclosed.suffix());
          written = enclosed.end();
        } else if (edit instanceof Edit.Hole hole && isMeant(hole, end)) {
          Code code = hole.code().apply(whole);
          if (code != null) {
            out.add(source.text(written, hole.start(), indentation)).add(code);
            written = hole.end();
          }
        }
      }
      return out.add(source.text(written, end, indentation)).build();
    }

    private boolean isMeant(Edit.Hole hole, int end) {
      if (hole.start() < hole.end()) {
        return true;
      }
      return hole.extent() <= whole.end() && (hole.start() < end || hole.extent() > boundary);
    }
  }

  private int firstFrom(int position) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
