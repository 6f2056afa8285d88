package corpus.records;

/** Package-private, in another file. */
// run: support
record Sibling(int size) {
  Sibling {
    size = Math.max(size, 1);
  }

  Sibling grow() {
    return new Sibling(size + 1);
  }
}
