package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** Trees are found inside the environments that build tools hand over. */
class TreeAccessTest {

  @Test
  void javacsOwn() {
    assertThat(findsTrees(environment -> environment)).isTrue();
  }

  @Test
  void wrappedAsGradleDoes() {
    assertThat(findsTrees(environment -> proxy(new Delegating(environment)))).isTrue();
  }

  @Test
  void wrappedAsKaptDoes() {
    assertThat(findsTrees(Wrapper::new)).isTrue();
    assertThat(findsTrees(environment -> proxy(new Delegating(new Wrapper(environment))))).isTrue();
  }

  @Test
  void wrappedTwice() {
    assertThat(findsTrees(environment -> proxy(new Delegating(proxy(new Delegating(environment))))))
        .isTrue();
  }

  @Test
  void wrappedBeyondRecognition() {
    assertThat(
            findsTrees(
                environment ->
                    proxy((proxy, method, arguments) -> method.invoke(environment, arguments))))
        .isFalse();
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            TreeAccessTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  private static boolean findsTrees(UnaryOperator<ProcessingEnvironment> wrapper) {
    List<Boolean> found = new ArrayList<>();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new Probe(wrapper, found))
            .compile(JavaFileObjects.forSourceString("Foo", "class Foo {}"));
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** Keeps the inner environment in a field of that name. */
  private record Delegating(ProcessingEnvironment delegate) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      return method.invoke(delegate, arguments);
    }
  }

  /** A class of its own around the inner environment. */
  private static final class Wrapper implements ProcessingEnvironment {
    private final ProcessingEnvironment processingEnv;

    Wrapper(ProcessingEnvironment processingEnv) {
      this.processingEnv = processingEnv;
    }

    @Override
    public Map<String, String> getOptions() {
      return processingEnv.getOptions();
    }

    @Override
    public Messager getMessager() {
      return processingEnv.getMessager();
    }

    @Override
    public Filer getFiler() {
      return processingEnv.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return processingEnv.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return processingEnv.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return processingEnv.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return processingEnv.getLocale();
    }
  }

  @SupportedAnnotationTypes("*")
  private static final class Probe extends AbstractProcessor {
    private final UnaryOperator<ProcessingEnvironment> wrapper;
    private final List<Boolean> found;

    Probe(UnaryOperator<ProcessingEnvironment> wrapper, List<Boolean> found) {
      this.wrapper = wrapper;
      this.found = found;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      found.add(TreeAccess.of(wrapper.apply(environment)).isPresent());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
