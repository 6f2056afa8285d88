package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;

/** Stands in for the class of IntelliJ's build process that wraps what processors get. */
public final class APIWrappers {

  /** What a proxy can be asked for. */
  public interface Wrapper {
    Object inner();
  }

  /** As IntelliJ's, which processors call by this name. */
  public static <T> T unwrap(Class<? extends T> type, T wrapper) {
    return wrapper instanceof Wrapper known && type.isInstance(known.inner())
        ? type.cast(known.inner())
        : null;
  }

  /** An environment that is a proxy, with a filer that is one. */
  public static ProcessingEnvironment wrap(ProcessingEnvironment inner) {
    Filer filer = proxy(Filer.class, inner.getFiler(), Map.of());
    return proxy(ProcessingEnvironment.class, inner, Map.of("getFiler", filer));
  }

  private static <T> T proxy(Class<T> type, T inner, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            APIWrappers.class.getClassLoader(),
            new Class<?>[] {type, Wrapper.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Wrapper.class) {
                return inner;
              }
              if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
              }
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private APIWrappers() {}
}
