package dev.fermata.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
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

  @Test
  void printsMembersAsJavaPoetDoes() {
    TypeName strings = ParameterizedTypeName.get(LIST, ClassName.get(String.class));
    String last = "aParameterWithANameThatIsTooLongForOneLine";
    KeptTexts texts = new KeptTexts();
    SourceBuilder members =
        new SourceBuilder()
            .add("private $T list;\n\n", strings)
            .add("Inner($T list,$W$T awt,$W", strings, OTHER_LIST)
            .add("$T another,$W$T $L) {\n$>this.list = list;\n$<}\n", LIST, LIST, last);
    TypeSpec.Builder inner =
        TypeSpec.classBuilder("Inner")
            .addField(strings, "list", Modifier.PRIVATE)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(strings, "list")
                    .addParameter(OTHER_LIST, "awt")
                    .addParameter(LIST, "another")
                    .addParameter(LIST, last)
                    .addStatement("this.list = list")
                    .build());
    TypeSpec.Builder kept =
        TypeSpec.classBuilder("Inner").addInitializerBlock(texts.keepMembers(members));
    String printed = printWithNested(inner);
    assertThat(printed).contains("List another,\n        List " + last);
    assertThat(texts.fill(printWithNested(kept))).isEqualTo(printed);
  }

  private static String printWithNested(TypeSpec.Builder inner) {
    TypeSpec nested = TypeSpec.classBuilder("Nested").build();
    TypeSpec outer = TypeSpec.classBuilder("Outer").addType(inner.addType(nested).build()).build();
    return Scopes.print("p", outer);
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
