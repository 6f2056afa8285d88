package dev.fermata.examples.linkcheck;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param target a folder, or an address that starts with {@code http}
 * @param concurrency how many requests may be under way at once
 * @param timeout how long one request may take, until the last byte of its answer
 * @param retries how often a request is repeated when the trouble may pass
 * @param external whether links to other hosts are checked too
 * @param help whether only the usage is wanted
 */
record Arguments(
    String target, int concurrency, Duration timeout, int retries, boolean external, boolean help) {

  /** A scheme with at least two letters: one alone is a drive on Windows. */
  private static final Pattern ADDRESS = Pattern.compile("(?is)(https?:|[a-z][a-z0-9+.-]+://).*");

  /** Where a build of this project puts the Javadoc of its runtime. */
  static final String DEFAULT_TARGET = "runtime/target/reports/apidocs";

  static final String USAGE =
      """
      Usage: linkcheck [options] [folder or http(s) address]

      Checks every link and anchor of every page. A folder is served on the loopback
      interface first, and all its pages are checked; from an address on, the pages that
      can be reached from there and lie below it are. Without an argument: %s.

        --concurrency N   requests under way at once (1 to 1000; default 16)
        --timeout S       seconds that one request may take (default 10; 0.5 is fine)
        --retries N       repeats of a request when the trouble may pass (0 to 10; default 2)
        --external        check links to other hosts too, which are skipped otherwise
        --help            print this

      Exit status: 0 all links work, 1 some are broken, 2 nothing could be checked,
      130 interrupted (what was found so far is printed).
      """
          .formatted(DEFAULT_TARGET);

  /**
   * Whether the target is an address and not a folder; if so, {@link #address} is what it means.
   */
  boolean isAddress() {
    return ADDRESS.matcher(target).matches();
  }

  URI address() {
    URI address = Addresses.parse(target);
    if (address == null) {
      throw new CannotCheck("not an http or https address: " + target);
    }
    return Addresses.withoutFragment(address);
  }

  /** Reads the command line; throws {@link CannotCheck} for one that makes no sense. */
  static Arguments parse(String... args) {
    Parser parser = new Parser(Arrays.asList(args).iterator());
    return parser.parse();
  }

  private static final class Parser {
    private static final BigDecimal LONGEST_TIMEOUT = BigDecimal.valueOf(86_400);

    private final Iterator<String> rest;
    private @Nullable String target;
    private int concurrency = 16;
    private Duration timeout = Duration.ofSeconds(10);
    private int retries = 2;
    private boolean external;
    private boolean help;

    Parser(Iterator<String> rest) {
      this.rest = rest;
    }

    Arguments parse() {
      while (rest.hasNext()) {
        String argument = rest.next();
        if (argument.startsWith("-") && argument.length() > 1) {
          option(argument);
        } else if (target == null) {
          target = argument;
        } else {
          throw new CannotCheck("one folder or address at a time, not also '" + argument + "'");
        }
      }
      return new Arguments(
          target == null ? DEFAULT_TARGET : target, concurrency, timeout, retries, external, help);
    }

    private void option(String argument) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      switch (name) {
        case "--concurrency" -> concurrency = number(name, value(argument, equals), 1, 1000);
        case "--timeout" -> timeout = seconds(name, value(argument, equals));
        case "--retries" -> retries = number(name, value(argument, equals), 0, 10);
        case "--external" -> external = flag(argument, equals);
        case "--help", "-h" -> help = flag(argument, equals);
        default -> throw new CannotCheck("unknown option " + name + " (--help lists them)");
      }
    }

    /** The value of an option, given as {@code --name=value} or as {@code --name value}. */
    private String value(String argument, int equals) {
      if (equals >= 0) {
        return argument.substring(equals + 1);
      }
      if (!rest.hasNext()) {
        throw new CannotCheck(argument + " needs a value");
      }
      return rest.next();
    }

    private static boolean flag(String argument, int equals) {
      if (equals >= 0) {
        throw new CannotCheck(argument.substring(0, equals) + " takes no value");
      }
      return true;
    }

    private static int number(String name, String value, int least, int most) {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, as for a number out of range.
      }
      throw new CannotCheck(
          "%s needs a whole number from %d to %d, not '%s'".formatted(name, least, most, value));
    }

    private static Duration seconds(String name, String value) {
      try {
        BigDecimal seconds = new BigDecimal(value);
        // Compared first: a huge exponent would be costly to write out as a number of milliseconds.
        if (seconds.signum() > 0 && seconds.compareTo(LONGEST_TIMEOUT) <= 0) {
          long millis = seconds.movePointRight(3).longValue();
          return Duration.ofMillis(Math.max(1, millis));
        }
      } catch (NumberFormatException e) {
        // Said below, as for a number out of range.
      }
      throw new CannotCheck(
          "%s needs a number of seconds above 0, up to %s, not '%s'"
              .formatted(name, LONGEST_TIMEOUT, value));
    }
  }
}
