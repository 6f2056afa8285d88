package dev.fermata.benchmarks.table;

import java.util.Map;

/** What a row is to come to. */
interface Target {

  /** What there is to hold against the figure: a ratio, or nothing. */
  default String ratio(Map<String, Figure> figures) {
    return "";
  }

  /** Returns whether it is met; false also if the figure of the one to compare with is missing. */
  boolean isMet(Map<String, Figure> figures);

  private static double ours(Map<String, Figure> figures) {
    Figure figure = figures.get(Table.OURS);
    return figure == null ? Double.NaN : figure.value();
  }

  /** No more than some part of another's. */
  record Times(double factor, String whose) implements Target {
    private double measured(Map<String, Figure> figures) {
      Figure other = figures.get(whose);
      return other == null ? Double.NaN : ours(figures) / other.value();
    }

    @Override
    public String ratio(Map<String, Figure> figures) {
      double measured = measured(figures);
      return Double.isNaN(measured) ? "" : Figure.digits(measured) + "x " + whose;
    }

    @Override
    public boolean isMet(Map<String, Figure> figures) {
      return measured(figures) <= factor;
    }

    @Override
    public String toString() {
      return Figure.digits(factor) + "x " + whose;
    }
  }

  /** No more than so many bytes allocated for each. */
  record Allocates(int bytes) implements Target {
    @Override
    public boolean isMet(Map<String, Figure> figures) {
      Figure figure = figures.get(Table.OURS);
      return figure != null && Math.round(figure.bytes()) <= bytes;
    }

    @Override
    public String toString() {
      return bytes + " B";
    }
  }

  /** No more than a number. */
  record AtMost(int limit) implements Target {
    @Override
    public boolean isMet(Map<String, Figure> figures) {
      return ours(figures) <= limit;
    }

    @Override
    public String toString() {
      return "at most " + Figure.digits(limit);
    }
  }

  /** No less than a number. */
  record AtLeast(int limit) implements Target {
    @Override
    public boolean isMet(Map<String, Figure> figures) {
      return ours(figures) >= limit;
    }

    @Override
    public String toString() {
      return Figure.digits(limit);
    }
  }
}
