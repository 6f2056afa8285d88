/** Tests of coroutines in virtual time. */
module dev.fermata.testing {
  requires transitive dev.fermata.asyncio;
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;
  requires static org.junit.platform.commons;
  requires static org.junit.platform.launcher;

  exports dev.fermata.testing;

  opens dev.fermata.testing to
      org.junit.platform.commons;
}
