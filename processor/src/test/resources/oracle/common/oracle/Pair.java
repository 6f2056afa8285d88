package oracle;

/** A shape with another in it. */
public record Pair(Object a, Shape b) implements Shape {}
