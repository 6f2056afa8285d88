package dev.fermata.benchmarks.table;

import java.util.Locale;

/**
 * What was measured of one competitor in one row.
 *
 * @param value in the row's unit
 * @param bytes what was allocated for each operation; not a number where that is not measured
 */
record Figure(double value, double bytes) {

  static Figure of(double value) {
    return new Figure(value, Double.NaN);
  }

  @Override
  public String toString() {
    String text = digits(value);
    return Double.isNaN(bytes) ? text : text + ", " + Math.round(bytes) + " B";
  }

  /** Two or three digits that count. */
  static String digits(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }
}
