package dev.fermata.asyncio.codegen;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/**
 * Finds members of a user's class that no other class can name: those that are private, or
 * protected in another package, or meant through {@code super}. Not for users.
 *
 * <p>Generated classes keep what is found here in constants, so that after compilation an access
 * costs what an ordinary one does.
 */
public final class Members {

  private Members() {}

  /**
   * {@return the right to all that a class may do}
   *
   * @param type the class
   * @param generated the right of the generated class, which stands in the same package
   * @throws IllegalStateException if it is not in the same module any more
   */
  public static Lookup in(Class<?> type, Lookup generated) {
    try {
      return MethodHandles.privateLookupIn(type, generated);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          generated.lookupClass().getName()
              + ", which was generated for "
              + type.getName()
              + ", may not reach its private members: both must be in one module, as they are when"
              + " they are compiled together",
          e);
    }
  }

  /**
   * {@return access to a field}
   *
   * @param in the right to it
   * @param owner the class that declares it
   * @param name its name
   * @param type its type
   */
  public static VarHandle field(Lookup in, Class<?> owner, String name, Class<?> type) {
    try {
      return in.findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw missing(owner, name, e);
    }
  }

  /**
   * {@return access to a static field}
   *
   * @param in the right to it
   * @param owner the class that declares it
   * @param name its name
   * @param type its type
   */
  public static VarHandle staticField(Lookup in, Class<?> owner, String name, Class<?> type) {
    try {
      return in.findStaticVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw missing(owner, name, e);
    }
  }

  /**
   * {@return a method, to be called on a receiver as its class has it}
   *
   * @param in the right to it
   * @param owner the class that has it
   * @param name its name
   * @param returned what it returns
   * @param parameters of which types
   */
  public static MethodHandle method(
      Lookup in, Class<?> owner, String name, Class<?> returned, Class<?>... parameters) {
    try {
      return in.findVirtual(owner, name, MethodType.methodType(returned, parameters));
    } catch (ReflectiveOperationException e) {
      throw missing(owner, name, e);
    }
  }

  /**
   * {@return a static method}
   *
   * @param in the right to it
   * @param owner the class that declares it
   * @param name its name
   * @param returned what it returns
   * @param parameters of which types
   */
  public static MethodHandle staticMethod(
      Lookup in, Class<?> owner, String name, Class<?> returned, Class<?>... parameters) {
    try {
      return in.findStatic(owner, name, MethodType.methodType(returned, parameters));
    } catch (ReflectiveOperationException e) {
      throw missing(owner, name, e);
    }
  }

  /**
   * {@return a method as a supertype has it, for a call through {@code super}}
   *
   * @param in the right of the class that calls it
   * @param owner the supertype
   * @param name its name
   * @param returned what it returns
   * @param parameters of which types
   */
  public static MethodHandle superMethod(
      Lookup in, Class<?> owner, String name, Class<?> returned, Class<?>... parameters) {
    try {
      return in.findSpecial(
          owner, name, MethodType.methodType(returned, parameters), in.lookupClass());
    } catch (ReflectiveOperationException e) {
      throw missing(owner, name, e);
    }
  }

  /**
   * {@return a constructor}
   *
   * @param in the right to it
   * @param owner the class
   * @param parameters of which types
   */
  public static MethodHandle constructor(Lookup in, Class<?> owner, Class<?>... parameters) {
    try {
      return in.findConstructor(owner, MethodType.methodType(void.class, parameters));
    } catch (ReflectiveOperationException e) {
      throw missing(owner, "a constructor", e);
    }
  }

  /**
   * Throws the very object, checked or not: {@code throw Members.same(e)}.
   *
   * @param thrown what a member has thrown
   * @return never; the type lets callers say so
   */
  public static RuntimeException same(Throwable thrown) {
    throw Members.<RuntimeException>as(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E as(Throwable throwable) throws E {
    // The cast is not checked: E is erased to Throwable.
    throw (E) throwable;
  }

  private static IllegalStateException missing(
      Class<?> owner, String name, ReflectiveOperationException cause) {
    return new IllegalStateException(
        owner.getName()
            + " has no longer what code was generated for: "
            + name
            + ". Compile both again, together",
        cause);
  }
}
