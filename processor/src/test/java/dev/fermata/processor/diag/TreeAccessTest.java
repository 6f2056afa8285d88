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
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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
