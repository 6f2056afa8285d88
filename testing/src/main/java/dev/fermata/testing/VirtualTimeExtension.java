package dev.fermata.testing;

import dev.fermata.Async;
import dev.fermata.asyncio.EventLoop;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link InVirtualTime} adds to JUnit Jupiter. It gives JUnit objects of the generated class
 * in place of the {@code @Async} one, and each test a loop.
 */
public final class VirtualTimeExtension
    implements ExecutionCondition,
        TestInstanceFactory,
        BeforeEachCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(VirtualTimeExtension.class);

  /** Creates it; for JUnit. */
  public VirtualTimeExtension() {}

  // ---- the generated class ----

  /** Leaves out generated classes, which some tools find too: they inherit tests. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    Class<?> written = type.getSuperclass();
    return written != null
            && written.isAnnotationPresent(Async.class)
            && type.getName().equals(nameOfFace(written))
        ? ConditionEvaluationResult.disabled("its tests are those of " + written.getName())
        : ConditionEvaluationResult.enabled("it is no generated class");
  }

  @Override
  public Object createTestInstance(
      TestInstanceFactoryContext factoryContext, ExtensionContext context) {
    Class<?> type = factoryContext.getTestClass();
    Constructor<?>[] constructors =
        (type.isAnnotationPresent(Async.class) ? face(type) : type).getDeclaredConstructors();
    if (constructors.length != 1) {
      throw new ExtensionConfigurationException(
          "A test class must have one constructor: " + type.getName());
    }
    Constructor<?> constructor = constructors[0];
    Object outer = factoryContext.getOuterInstance().orElse(null);
    return Objects.requireNonNull(
        outer != null && isInner(type)
            ? context.getExecutableInvoker().invoke(constructor, outer)
            : context.getExecutableInvoker().invoke(constructor));
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  private static Class<?> face(Class<?> type) {
    String name = nameOfFace(type);
    try {
      return Class.forName(name, false, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new ExtensionConfigurationException(
          type.getName()
              + " is annotated @Async, but there is no "
              + name
              + ": fermata-processor must be on the processor path where tests are compiled",
          e);
    }
  }

  private static String nameOfFace(Class<?> type) {
    String canonical = type.getCanonicalName();
    String inPackage = canonical == null ? type.getName() : canonical;
    String ofPackage = type.getPackageName();
    if (!ofPackage.isEmpty()) {
      inPackage = inPackage.substring(ofPackage.length() + 1);
      ofPackage += ".";
    }
    return ofPackage + inPackage.replace('.', '_') + "Async";
  }

  // ---- the loop of a test ----

  @Override
  public void beforeEach(ExtensionContext context) {
    time(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    VirtualTime time = time(context);
    if (time.seed().isPresent() && context.getExecutionException().isPresent()) {
      context.publishReportEntry(
          Map.of("fermata.testing.seed", Long.toString(time.seed().getAsLong())));
    }
    time.close();
  }

  private static VirtualTime time(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    return store.computeIfAbsent(
        context.getUniqueId(), key -> new VirtualTime(options(context)), VirtualTime.class);
  }

  private static Options options(ExtensionContext context) {
    Optional<InVirtualTime> annotation =
        find(context.getTestMethod().orElse(null)).or(() -> find(context.getRequiredTestClass()));
    Options options = Options.defaults();
    if (annotation.isEmpty()) {
      return options;
    }
    InVirtualTime given = annotation.get();
    if (!given.timeout().isEmpty()) {
      options = options.timeout(duration(given.timeout()));
    }
    if (!given.realTimeout().isEmpty()) {
      options = options.realTimeout(duration(given.realTimeout()));
    }
    if (given.seed() != 0) {
      options = options.seed(given.seed());
    } else if (given.shuffle()) {
      options = options.shuffle();
    }
    if (given.everyAwaitSuspends()) {
      options = options.everyAwaitSuspends();
    }
    return options.holdForStages(given.holdForStages());
  }

  private static Optional<InVirtualTime> find(@Nullable AnnotatedElement element) {
    if (element instanceof Class<?> type) {
      for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
        Optional<InVirtualTime> found = AnnotationSupport.findAnnotation(each, InVirtualTime.class);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return AnnotationSupport.findAnnotation(element, InVirtualTime.class);
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse("PT" + text);
    } catch (DateTimeParseException e) {
      throw new ExtensionConfigurationException(
          "@InVirtualTime has a time that is none: \"" + text + "\". Write 90s, 5m or 1h30m", e);
    }
  }

  // ---- methods ----

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    time(context).guard(invocation::proceed);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    time(context).guard(invocation::proceed);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    time(context).guard(invocation::proceed);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    time(context).guard(invocation::proceed);
  }

  // ---- parameters ----

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context.getTestMethod().isPresent()
        && parameter.getDeclaringExecutable() instanceof Method
        && (type == VirtualTime.class || type == EventLoop.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    VirtualTime time = time(context);
    return parameter.getParameter().getType() == VirtualTime.class ? time : time.loop();
  }
}
