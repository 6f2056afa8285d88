package dev.fermata.processor.desugar;

import com.sun.source.tree.Tree;

/** Says that a construct which contains a suspension cannot be translated, at the user's own tree. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Tree tree;
  private final String construct;

  Refused(Tree tree, String construct) {
    super("cannot translate " + construct);
    this.tree = tree;
    this.construct = construct;
  }

  /** Where to report it. */
  public Tree tree() {
    return tree;
  }

  /** What it is, worded to stand in a sentence: "await inside a synchronized block". */
  public String construct() {
    return construct;
  }
}
