package dev.fermata.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Sums up repeated measurements. */
public final class Figures {

  private Figures() {}

  /** The one in the middle. */
  public static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** A row of a table: a name, then columns of equal width. */
  public static String row(String name, Object... columns) {
    StringBuilder row = new StringBuilder(String.format("%-34s", name));
    Arrays.stream(columns).forEach(column -> row.append(String.format("%14s", column)));
    return row.toString();
  }
}
