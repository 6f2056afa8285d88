package dev.fermata.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A text that JavaPoet does not print reads as one that it prints. */
final class KeptTextsTest {

  private static final ClassName LIST = ClassName.get("java.util", "List");
  private static final ClassName OTHER_LIST = ClassName.get("java.awt", "List");

  @Test
  void printsAsJavaPoetDoes() {
    KeptTexts texts = new KeptTexts();
    String kept = print(texts::keep);
    assertThat(texts.fill(kept)).isEqualTo(print(SourceBuilder::build));
  }

  @Test
  void leavesAFileWithoutTexts() {
    assertThat(new KeptTexts().fill("class A {\n}\n")).isEqualTo("class A {\n}\n");
  }

  private static String print(Function<SourceBuilder, CodeBlock> code) {
    TypeName strings = ParameterizedTypeName.get(LIST, ClassName.get(String.class));
    SourceBuilder first =
        new SourceBuilder()
            .beginControlFlow("if (x == null)")
            .add("$T list = new $T();\n\n", strings, LIST)
            .add("$T awt = ($T) null; // $L\n", OTHER_LIST, OTHER_LIST, "a $ in a comment")
            .endControlFlow();
    SourceBuilder second = new SourceBuilder().add("$T.of();\n", LIST);
    TypeSpec inner =
        TypeSpec.classBuilder("Inner")
            .addMethod(MethodSpec.methodBuilder("one").addCode(code.apply(first)).build())
            .addMethod(MethodSpec.methodBuilder("two").addCode(code.apply(second)).build())
            .build();
    return Scopes.print("p", TypeSpec.classBuilder("Outer").addType(inner).build());
  }
}
