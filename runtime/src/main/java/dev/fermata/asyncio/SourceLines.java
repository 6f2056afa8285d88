package dev.fermata.asyncio;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which lines of the user's file those of a generated file stem from, so that stack traces can
 * show the user's. Not for users: generated classes bear it, and nobody reads it until there is a
 * stack trace to show.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SourceLines {

  /** {@return the binary name of the user's type} */
  String type();

  /** {@return the name of the user's file} */
  String file();

  /**
   * {@return a string for each function} It has the function's name, then where its lines come
   * from. {@code 57:22} says that line 57 of the generated file is the user's line 22, and so on
   * line by line; each further pair is relative to the one before; a lone number says after how
   * many lines the text ends. The name {@code -} stands for the methods of a class that a body
   * declares. What is too long for one string goes on in the next.
   */
  String[] lines();
}
