package oracle;

/** To be taken apart. */
public sealed interface Shape permits Dot, Pair {}
