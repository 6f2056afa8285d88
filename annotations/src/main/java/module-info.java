/** The annotations of Fermata: what a user's type carries so that it is compiled to coroutines. */
module dev.fermata.annotations {
  requires static org.jspecify;

  exports dev.fermata;
}
