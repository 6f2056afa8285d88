package dev.fermata.asyncio;

import java.util.ArrayList;

/** The callbacks of a future that has more than one: tasks that wait for it, and consumers. */
@SuppressWarnings("serial") // never serialised
final class Callbacks extends ArrayList<Object> {

  Callbacks() {
    super(4);
  }
}
