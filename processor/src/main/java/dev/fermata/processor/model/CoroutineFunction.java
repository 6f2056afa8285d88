package dev.fermata.processor.model;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A method whose body is a coroutine, and the machine that runs it.
 *
 * @param method the user's method
 * @param declaring the {@code @Async} type whose source holds the body
 * @param machineName the simple name of the machine, {@code Compute}; unique within its holder
 * @param machinesHolder the canonical name of the class that holds the machine, {@code
 *     p.SumsCoroutines}
 */
public record CoroutineFunction(
    ExecutableElement method, TypeElement declaring, String machineName, String machinesHolder) {

  /** The canonical name of the machine, {@code p.SumsCoroutines.Compute}. */
  public String machine() {
    return machinesHolder + "." + machineName;
  }

  /** Whether the face cannot override it: only bodies beside it call it. */
  public boolean isPrivate() {
    return method.getModifiers().contains(Modifier.PRIVATE);
  }

  /** Whether generated code of that package can name the machine: it is public if the type is. */
  public boolean isAccessibleFrom(String packageName) {
    int dot = machinesHolder.lastIndexOf('.');
    if (packageName.equals(dot < 0 ? "" : machinesHolder.substring(0, dot))) {
      return true;
    }
    for (Element e = declaring; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
