package dev.fermata.testing.internal;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Turns debug mode on before the first test, unless it is said otherwise: only with it the runtime
 * knows of coroutines that were never awaited. Found by JUnit.
 */
public final class DebugMode implements LauncherSessionListener {

  private static final String PROPERTY = "fermata.debug";

  /** Creates it; for JUnit. */
  public DebugMode() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty(PROPERTY) == null && System.getenv("FERMATA_DEBUG") == null) {
      System.setProperty(PROPERTY, "true");
    }
  }
}
