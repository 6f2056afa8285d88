package corpus.records;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import library.Shelf;
import oracle.Trace;

/** Beside such a record: what is inherited from a class file, and the faces of other types. */
@Async
interface Library extends Shelf<Library.Book> {
  record Book(String title) {
    public Book {
      title = title.toUpperCase(java.util.Locale.ROOT);
    }
  }

  @Async
  interface Reader {
    default Coroutine<Integer> read(Trace t, Book book) {
      return Coroutine.of(await(t.later(book.title().length())));
    }
  }

  default Coroutine<Object> inherited(Trace t) {
    return Coroutine.of(await(put(t, new Book(await(t.later("a"))), 2)) + await(viaReplaced(t)));
  }

  default Coroutine<Object> otherFace(Trace t) {
    Reader reader = new Library_ReaderAsync();
    return Coroutine.of(await(reader.read(t, new Book("four"))) + await(t.later(1)));
  }

  class Impl extends LibraryAsync {}
}
