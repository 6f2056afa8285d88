package dev.fermata.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Runs programs that are not in the corpus against the oracle. */
public final class ProgramCheck {
  private final World stub = World.stub();
  private final World real;

  public ProgramCheck(Supplier<Processor> processor) {
    this.real = World.real(processor);
  }

  /**
   * What came of a program.
   *
   * @param badJava why javac alone refuses it, or the empty string; also where javac itself breaks
   *     down, as that of 17 does on a few
   * @param failure what is wrong with it: the empty string if nothing is, or if javac alone makes
   *     nothing of it in the first place, or what the virtual machine refuses, as that of 25 does
   *     with some patterns
   * @param methodSizes how many bytes of bytecode each generated method has
   */
  public record Checked(String badJava, String failure, Map<String, Integer> methodSizes) {}

  /** What is wrong with each program, compiled together; see {@link Checked}. */
  public List<String> failures(List<Source> programs) {
    return check(programs).stream().map(Checked::failure).toList();
  }

  /** Compiles the programs together and runs each. */
  public List<Checked> check(List<Source> programs) {
    List<Case> cases = programs.stream().map(Case::parse).toList();
    Built expected = stub.build(cases);
    Built actual = real.build(cases.stream().filter(c -> expected.failure(c) == null).toList());
    Comparison comparison = new Comparison(expected, actual);
    List<Checked> checked = new ArrayList<>();
    for (Case c : cases) {
      checked.add(
          new Checked(
              badJava(c, expected),
              failure(c, expected, actual, comparison),
              actual.methodSizes(c)));
    }
    return checked;
  }

  private static String badJava(Case c, Built expected) {
    String error = expected.failure(c);
    return error == null || error.contains("An exception has occurred in the compiler")
        ? ""
        : error + "\n" + c.source().text();
  }

  private static String failure(Case c, Built expected, Built actual, Comparison comparison) {
    if (expected.failure(c) != null) {
      return "";
    }
    String error = actual.failure(c);
    if (error != null) {
      return "does not compile:\n%s\n---- source\n%s\n---- generated\n%s"
          .formatted(error, c.source().text(), actual.generated(c));
    }
    List<String> entries;
    try {
      entries = expected.entries(c);
    } catch (VerifyError e) {
      return "";
    }
    for (String entry : entries) {
      String difference = comparison.firstDifference(c, entry);
      if (difference != null) {
        return difference;
      }
    }
    return "";
  }
}
