package dev.fermata;

/** Stands for the real one. */
public @interface Async {}
