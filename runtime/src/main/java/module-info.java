/** The runtime of Fermata: event loop, futures, tasks and the rest of asyncio, for Java. */
module dev.fermata.asyncio {
  requires transitive dev.fermata.annotations;
  requires static transitive org.jspecify;

  exports dev.fermata.asyncio;
  exports dev.fermata.asyncio.codegen;
}
