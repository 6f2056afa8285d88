package dev.fermata.examples.linkcheck;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** What Java does not tell: where a standard stream goes. */
final class Terminal {
  private Terminal() {}

  /** Whether standard error is a terminal, so that a line on it may be drawn again and again. */
  static boolean isStandardError() {
    try {
      // POSIX has this command; Windows does not, and gets no progress line.
      return new ProcessBuilder("test", "-t", "2").redirectError(Redirect.INHERIT).start().waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
