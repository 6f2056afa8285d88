package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @Test
  void nothingGivenMeansTheJavadocOfTheRuntime() {
    assertThat(Arguments.parse())
        .isEqualTo(
            new Arguments(Arguments.DEFAULT_TARGET, 16, Duration.ofSeconds(10), 2, false, false));
  }

  @Test
  void valuesStandBesideTheirOptionOrBehindAnEqualsSign() {
    assertThat(
            Arguments.parse(
                "--concurrency", "3", "site", "--timeout=0.5", "--retries=0", "--external"))
        .isEqualTo(new Arguments("site", 3, Duration.ofMillis(500), 0, true, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpIsAllThatIsWanted(String option) {
    assertThat(Arguments.parse(option).help()).isTrue();
  }

  @Test
  void aTinyTimeLimitIsNotRoundedToNone() {
    assertThat(Arguments.parse("--timeout", "0.0001").timeout()).isEqualTo(Duration.ofMillis(1));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/b.html, true",
    "HTTPS://a.example, true",
    "http:a, true",
    "ftp://a.example/, true",
    "docs/api, false",
    "C://docs, false",
    "., false"
  })
  void tellsAddressesFromFolders(String target, boolean address) {
    assertThat(Arguments.parse(target).isAddress()).isEqualTo(address);
  }

  @Test
  void theFragmentOfAnAddressIsDropped() {
    assertThat(Arguments.parse("http://a.example/b.html#c").address())
        .isEqualTo(URI.create("http://a.example/b.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http:a", "http://a:99999999/", "http://[::1", "ftp://a.b/"})
  void anAddressMustBeOne(String target) {
    assertThatThrownBy(() -> Arguments.parse(target).address())
        .isInstanceOf(CannotCheck.class)
        .hasMessage("not an http or https address: " + target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | one folder or address at a time, not also 'b'",
        "--frobnicate | unknown option --frobnicate (--help lists them)",
        "--frobnicate=3 | unknown option --frobnicate (--help lists them)",
        "--timeout | --timeout needs a value",
        "--help=yes | --help takes no value",
        "--concurrency 0 | --concurrency needs a whole number from 1 to 1000, not '0'",
        "--concurrency many | --concurrency needs a whole number from 1 to 1000, not 'many'",
        "--retries -1 | --retries needs a whole number from 0 to 10, not '-1'",
        "--timeout 0 | --timeout needs a number of seconds above 0, up to 86400, not '0'",
        "--timeout 1e99999 | --timeout needs a number of seconds above 0, up to 86400,"
            + " not '1e99999'",
        "--timeout soon | --timeout needs a number of seconds above 0, up to 86400, not 'soon'",
      })
  void whatMakesNoSenseIsSaidInOneLine(String line, String message) {
    assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
        .isInstanceOf(CannotCheck.class)
        .hasMessage(message);
  }
}
