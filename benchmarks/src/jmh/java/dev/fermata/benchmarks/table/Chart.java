package dev.fermata.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A chart with logarithmic axes, as SVG.
 *
 * @param title what is drawn
 * @param axis what the horizontal axis is
 * @param series the points of each line
 */
record Chart(String title, String axis, Map<String, Map<Integer, Double>> series) {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 150;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;

  private static final List<String> COLOURS =
      List.of("#c2410c", "#7c3aed", "#2563eb", "#0d9488", "#6b7280", "#a16207");

  void write(Path file) throws IOException {
    Files.writeString(file, svg());
    System.out.println("wrote " + file.toAbsolutePath().normalize());
  }

  String svg() {
    Range across =
        Range.of(
            series.values().stream()
                .flatMap(points -> points.keySet().stream().map(Integer::doubleValue))
                .toList());
    Range up =
        Range.of(series.values().stream().flatMap(points -> points.values().stream()).toList());
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'"
                + " font-family='sans-serif' font-size='12'>%n"
                + "<rect width='100%%' height='100%%' fill='white'/>%n"
                + "<text x='%d' y='22' font-size='15'>%s</text>%n",
            WIDTH, HEIGHT, LEFT, title));
    for (int power = across.from; power <= across.to; power++) {
      double x = x(across, Math.pow(10, power));
      line(svg, x, TOP, x, HEIGHT - BOTTOM, "#e5e7eb", 1);
      text(svg, x, HEIGHT - BOTTOM + 18, "middle", tick(power));
    }
    for (int power = up.from; power <= up.to; power++) {
      double y = y(up, Math.pow(10, power));
      line(svg, LEFT, y, WIDTH - RIGHT, y, "#e5e7eb", 1);
      text(svg, LEFT - 8, y + 4, "end", tick(power));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", axis);
    int number = 0;
    for (Map.Entry<String, Map<Integer, Double>> one : series.entrySet()) {
      String colour = COLOURS.get(number % COLOURS.size());
      StringBuilder points = new StringBuilder();
      one.getValue()
          .forEach(
              (size, nanos) ->
                  points.append(
                      String.format(Locale.ROOT, "%.1f,%.1f ", x(across, size), y(up, nanos))));
      svg.append(
          String.format(
              "<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>%n",
              colour, points.toString().strip()));
      int y = TOP + 10 + 20 * number++;
      line(svg, WIDTH - RIGHT + 12, y, WIDTH - RIGHT + 32, y, colour, 2);
      text(svg, WIDTH - RIGHT + 38, y + 4, "start", one.getKey());
    }
    return svg.append("</svg>").append(System.lineSeparator()).toString();
  }

  private static String tick(int power) {
    return String.format(Locale.ROOT, "%,.0f", Math.pow(10, power));
  }

  private static double x(Range range, double value) {
    return LEFT + range.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(Range range, double value) {
    return HEIGHT - BOTTOM - range.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%d'/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  /** From one power of ten to another. */
  private record Range(int from, int to) {
    static Range of(List<Double> values) {
      double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
      double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
      int from = (int) Math.floor(Math.log10(least));
      return new Range(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))));
    }

    double share(double value) {
      return (Math.log10(value) - from) / (to - from);
    }
  }
}
