package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a generated file come from: its {@link SourceLines}, read when a stack trace
 * first needs them.
 */
final class GeneratedLines {

  private static final ClassValue<GeneratedLines> OF_HOLDER =
      new ClassValue<>() {
        @Override
        protected GeneratedLines computeValue(Class<?> holder) {
          return new GeneratedLines(holder);
        }
      };

  /** In place of a function: the methods of a class that a body declares. */
  private static final String CLASS = "-";

  private final String holder;
  private String type = "";
  private String file = "";

  /** The lines at which something changes, in order. */
  private int[] generated = {};

  /** The user's line of each; 0 if nothing of the user's begins there. */
  private int[] users = {};

  private final List<String> functions = new ArrayList<>();

  private GeneratedLines(Class<?> holder) {
    this.holder = holder.getName();
    SourceLines lines = holder.getAnnotation(SourceLines.class);
    if (lines != null) {
      type = lines.type();
      file = lines.file();
      for (String row : lines.lines()) {
        read(row.split(" ", -1));
      }
    }
  }

  private void read(String[] row) {
    int at = functions.size();
    generated = Arrays.copyOf(generated, at + row.length - 1);
    users = Arrays.copyOf(users, generated.length);
    int generatedLine = 0;
    int usersLine = 0;
    for (int i = 1; i < row.length; i++) {
      int colon = row[i].indexOf(':');
      generatedLine += Integer.parseInt(colon < 0 ? row[i] : row[i].substring(0, colon));
      usersLine = colon < 0 ? 0 : usersLine + Integer.parseInt(row[i].substring(colon + 1));
      generated[at] = generatedLine;
      users[at] = usersLine;
      functions.add(row[0]);
      at++;
    }
  }

  /** Returns the lines of the file that a class is generated in; none if it is not generated. */
  static GeneratedLines of(Class<?> type) {
    return OF_HOLDER.get(type.getNestHost());
  }

  boolean isEmpty() {
    return generated.length == 0;
  }

  /**
   * Returns where the user's own code stands that a generated class runs; null if this is none of
   * the user's.
   *
   * @param in the class, whose file this is of
   */
  @Nullable StackTraceElement position(Class<?> in, StackTraceElement raw) {
    String method = raw.getMethodName();
    int line = raw.getLineNumber();
    int found = Arrays.binarySearch(generated, line);
    int at = found >= 0 ? found : -found - 2;
    boolean known = at >= 0 && users[at] > 0;
    boolean isMachine = Frame.class.isAssignableFrom(in);
    boolean isHolder = in.getName().equals(holder);
    if (!known && (isMachine || isHolder)) {
      return null;
    }
    String shownType =
        isMachine || isHolder ? type : type + in.getName().substring(in.getName().lastIndexOf('$'));
    return new StackTraceElement(
        shownType,
        known ? name(functions.get(at), isMachine, isHolder, method) : method,
        file,
        known ? users[at] + line - generated[at] : -1);
  }

  private static String name(String function, boolean isMachine, boolean isHolder, String method) {
    boolean isLambda = method.startsWith("lambda$");
    if (function.equals(CLASS) || !(isMachine || (isHolder && !isLambda))) {
      return method;
    }
    return isLambda ? "lambda$" + function + method.substring(method.lastIndexOf('$')) : function;
  }
}
