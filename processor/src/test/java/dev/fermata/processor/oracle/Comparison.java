package dev.fermata.processor.oracle;

import dev.fermata.processor.oracle.Built.Outcome;
import dev.fermata.processor.oracle.Built.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the same entry of a case in both worlds and compares the traces. */
final class Comparison {
  /** Of a run with more awaits than this, only the first ones fail in turn. */
  private static final int MOST_FAILING = 24;

  private final Built stub;
  private final Built real;

  Comparison(Built stub, Built real) {
    this.stub = stub;
    this.real = real;
  }

  /** All awaits succeed. */
  void succeeding(Case c, String entry, Policy policy) {
    compare(c, entry, new Setting(policy, 0, true));
    if (c.is(Case.ASSERTIONS_OFF)) {
      compare(c, entry, new Setting(policy, 0, false));
    }
  }

  /** Each await fails in turn. */
  void failing(Case c, String entry) {
    int awaits = stub.run(c, entry, new Setting(Policy.NEVER, 0, true)).made();
    for (int n = 1; n <= Math.min(awaits, MOST_FAILING); n++) {
      for (Policy policy : List.of(Policy.NEVER, Policy.ALWAYS, Policy.RANDOM)) {
        compare(c, entry, new Setting(policy, n, true));
      }
    }
  }

  private void compare(Case c, String entry, Setting setting) {
    Outcome expected = stub.run(c, entry, setting);
    Outcome actual = real.run(c, entry, setting);
    if (!expected.lines().equals(actual.lines())) {
      throw new AssertionError(difference(c, entry, setting, expected, actual));
    }
  }

  /** The first difference between the two worlds under any setting, or null. */
  @Nullable String firstDifference(Case c, String entry) {
    try {
      for (Policy policy : Policy.values()) {
        succeeding(c, entry, policy);
      }
      failing(c, entry);
      return null;
    } catch (AssertionError e) {
      return e.getMessage();
    }
  }

  private String difference(
      Case c, String entry, Setting setting, Outcome expected, Outcome actual) {
    return """
        %s.%s (%s)
        ---- trace: javac | ours
        %s
        ---- source
        %s
        ---- generated
        %s"""
        .formatted(
            c.source().path(),
            entry,
            setting,
            String.join("\n", sideBySide(expected.lines(), actual.lines())),
            c.source().text(),
            real.generated(c));
  }

  private static List<String> sideBySide(List<String> expected, List<String> actual) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String left = i < expected.size() ? expected.get(i) : "";
      String right = i < actual.size() ? actual.get(i) : "";
      rows.add(left.equals(right) ? "  " + left : "! %-40s | %s".formatted(left, right));
      if (rows.size() > 200) {
        rows.add("  ...");
        break;
      }
    }
    return rows;
  }
}
