package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After CPython's test_exception_group. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class ExceptionGroupTest {

  private final IOException io = new IOException("io");
  private final FileNotFoundException missing = new FileNotFoundException("missing");
  private final ArithmeticException arithmetic = new ArithmeticException("arithmetic");
  private final AssertionError error = new AssertionError("error");

  private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(missing, arithmetic));
  private final ExceptionGroup outer = new ExceptionGroup("outer", List.of(io, inner));

  private static String printed(Throwable throwable) {
    StringWriter text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void holdsTheVeryObjects() {
    List<Exception> list = new ArrayList<>(List.of(io, arithmetic));
    ExceptionGroup group = new ExceptionGroup("several", list);
    list.clear();
    assertThat(group.exceptions()).containsExactly(io, arithmetic);
    assertThatThrownBy(() -> group.exceptions().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(group.message()).isEqualTo("several");
    assertThat(group).hasMessage("several (2 sub-exceptions)");
    assertThat(new ExceptionGroup("one", List.of(io))).hasMessage("one (1 sub-exception)");
  }

  @Test
  void needsOneAtLeast() {
    assertThatThrownBy(() -> new ExceptionGroup("none", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BaseExceptionGroup("none", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theKindSuitsWhatItHolds() {
    assertThat(BaseExceptionGroup.of("m", List.of(io, arithmetic)))
        .isInstanceOf(ExceptionGroup.class);
    assertThat(BaseExceptionGroup.of("m", List.of(io, error)))
        .isInstanceOf(BaseExceptionGroup.class);
    assertThat(BaseExceptionGroup.of("m", List.of(outer))).isInstanceOf(ExceptionGroup.class);
    assertThat(BaseExceptionGroup.of("m", List.of(new BaseExceptionGroup("n", List.of(error)))))
        .isInstanceOf(BaseExceptionGroup.class);
    assertThat(BaseExceptionGroup.of("m", List.of(new CancelledError())))
        .isInstanceOf(BaseExceptionGroup.class);
  }

  @Test
  void printsAll() {
    assertThat(printed(outer))
        .contains("ExceptionGroup: outer (2 sub-exceptions)")
        .contains("\tSuppressed: java.io.IOException: io")
        .contains("\tSuppressed: dev.fermata.asyncio.ExceptionGroup: inner (2 sub-exceptions)")
        .contains("\t\tSuppressed: java.io.FileNotFoundException: missing")
        .contains("\t\tSuppressed: java.lang.ArithmeticException: arithmetic")
        .doesNotContain("CIRCULAR");
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(outer);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ExceptionGroup copy = (ExceptionGroup) in.readObject();
      assertThat(copy.message()).isEqualTo("outer");
      assertThat(copy.exceptions()).extracting(Throwable::getMessage).contains("io");
    }
  }

  @Nested
  class Subgroups {

    @Test
    void ofAClass() {
      ExceptionGroup group = outer.subgroup(IOException.class);
      assertThat(group).isNotNull();
      assertThat(group.message()).isEqualTo("outer");
      assertThat(group.exceptions()).hasSize(2).startsWith(io);
      ExceptionGroup part = (ExceptionGroup) group.exceptions().get(1);
      assertThat(part.message()).isEqualTo("inner");
      assertThat(part.exceptions()).containsExactly(missing);
    }

    @Test
    void ofSeveralClasses() {
      ExceptionGroup group = outer.subgroup(FileNotFoundException.class, ArithmeticException.class);
      assertThat(group).isNotNull();
      assertThat(group.exceptions())
          .singleElement()
          .isInstanceOfSatisfying(
              ExceptionGroup.class,
              part -> assertThat(part.exceptions()).containsExactly(missing, arithmetic));
    }

    @Test
    void ofNothing() {
      assertThat(outer.subgroup(IllegalStateException.class)).isNull();
      assertThat(outer.subgroup(exception -> false)).isNull();
    }

    @Test
    void ofAllIsTheVeryGroup() {
      assertThat(outer.subgroup(Exception.class)).isSameAs(outer);
      assertThat(outer.subgroup(ExceptionGroup.class)).isSameAs(outer);
      assertThat(outer.subgroup(exception -> true)).isSameAs(outer);
    }

    @Test
    void anInnerGroupThatMatchesIsTakenAsAWhole() {
      ExceptionGroup group = outer.subgroup(exception -> exception == inner);
      assertThat(group).isNotNull();
      assertThat(group.exceptions()).containsExactly(inner);
    }

    @Test
    void keepWhatIsKnownOfTheWhole() {
      IllegalStateException cause = new IllegalStateException("cause");
      IllegalStateException remark = new IllegalStateException("remark");
      outer.initCause(cause);
      outer.addSuppressed(remark);
      ExceptionGroup group = outer.subgroup(ArithmeticException.class);
      assertThat(group).isNotNull().isNotSameAs(outer).hasCause(cause);
      assertThat(group.getStackTrace()).isEqualTo(outer.getStackTrace());
      assertThat(group.getSuppressed()).containsExactly(group.exceptions().get(0), remark);
    }
  }

  @Nested
  class Splitting {

    @Test
    void byClass() {
      ExceptionGroup.Split<ExceptionGroup> split = outer.split(IOException.class);
      assertThat(split.match()).isNotNull();
      assertThat(split.match().exceptions()).hasSize(2).startsWith(io);
      assertThat(split.rest()).isNotNull();
      assertThat(split.rest().exceptions())
          .singleElement()
          .isInstanceOfSatisfying(
              ExceptionGroup.class,
              part -> {
                assertThat(part.message()).isEqualTo("inner");
                assertThat(part.exceptions()).containsExactly(arithmetic);
              });
    }

    @Test
    void intoAllAndNothing() {
      assertThat(outer.split(Exception.class)).isEqualTo(new ExceptionGroup.Split<>(outer, null));
      ExceptionGroup.Split<ExceptionGroup> none = outer.split(IllegalStateException.class);
      assertThat(none.match()).isNull();
      assertThat(none.rest()).isNotNull();
      assertThat(none.rest().exceptions()).hasSize(2);
    }

    @Test
    void asksOnceOfEach() {
      List<Throwable> asked = new ArrayList<>();
      outer.split(
          exception -> {
            asked.add(exception);
            return false;
          });
      assertThat(asked).containsExactly(outer, io, inner, missing, arithmetic);
    }

    @Test
    void ofAGroupWithErrors() {
      BaseExceptionGroup group = new BaseExceptionGroup("base", List.of(error, outer));
      ExceptionGroup.Split<BaseExceptionGroup> split = group.split(AssertionError.class);
      assertThat(split.match()).isNotNull();
      assertThat(split.match().exceptions()).containsExactly(error);
      assertThat(split.rest()).isNotNull();
      assertThat(split.rest().exceptions())
          .singleElement()
          .isInstanceOfSatisfying(
              ExceptionGroup.class, rest -> assertThat(rest.message()).isEqualTo("outer"));
      assertThat(group.subgroup(IllegalStateException.class)).isNull();
      assertThat(group.subgroup(Error.class)).isSameAs(group);
    }
  }

  /** A group of the user's own, with more to say. */
  private static final class Coded extends ExceptionGroup {
    private static final long serialVersionUID = 1;
    private final int code;

    Coded(int code, List<? extends Exception> exceptions) {
      super("coded", exceptions);
      this.code = code;
    }

    @Override
    protected ExceptionGroup derive(List<? extends Exception> exceptions) {
      return new Coded(code, exceptions);
    }
  }

  @Test
  void subclassesDeriveTheirOwn() {
    ExceptionGroup.Split<ExceptionGroup> split =
        new Coded(42, List.of(io, arithmetic)).split(IOException.class);
    assertThat(split.match())
        .isInstanceOfSatisfying(Coded.class, coded -> assertThat(coded.code).isEqualTo(42));
    assertThat(split.rest())
        .isInstanceOfSatisfying(
            Coded.class, coded -> assertThat(coded.exceptions()).containsExactly(arithmetic));
  }
}
