package dev.fermata.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {
        "http://a.example http://a.example/",
        "http://a.example?q http://a.example/?q",
        "http://a.example/x/../y/./z http://a.example/y/z",
        "http://a.example/../../x http://a.example/x",
        "http://a.example/.. http://a.example/",
        "\"http://a.example/a b\" http://a.example/a%20b",
        "http://a.example/%7euser/%2e%2e/%c3%a4 http://a.example/%C3%A4",
        "http://a.example/ä http://a.example/%C3%A4",
        "http://a.example/100%/x[1]|y http://a.example/100%25/x%5B1%5D%7Cy",
        "http://a.example/x#m(int[])#y http://a.example/x#m(int%5B%5D)%23y",
        "http://bücher.example/ http://xn--bcher-kva.example/",
        "http://[::1]:8080/x http://[::1]:8080/x",
        "HTTPS://a.example/x HTTPS://a.example/x",
      })
  void writesAnAddressAsServersWantIt(String text, String expected) {
    assertThat(Addresses.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "/x", "http://", "http:///x", "http://a b/", "ftp://a/", "http://a:b/"})
  void whatIsNoAddressIsNull(String text) {
    assertThat(Addresses.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/x, http://A.EXAMPLE:80/y, true",
    "https://a.example/, https://a.example:443/, true",
    "http://a.example/, https://a.example/, false",
    "http://a.example/, http://a.example:8080/, false",
    "http://a.example/, http://b.example/, false"
  })
  void comparesServers(URI a, URI b, boolean same) {
    assertThat(Addresses.sameServer(a, b)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "x y, http://a.example/d/x%20y",
    "/é#f, http://a.example/%C3%A9#f",
    "?q, http://a.example/d/p.html?q",
    "//b.example, http://b.example/",
    "https://b.example/, https://b.example/",
    "mailto:a@b.example,",
    "http://,"
  })
  void resolvesAgainstAPage(String text, @Nullable String expected) {
    URI page = URI.create("http://a.example/d/p.html");
    assertThat(Addresses.resolve(page, text))
        .isEqualTo(expected == null ? null : URI.create(expected));
  }

  @Test
  void theNameOfAFileIsEscaped() {
    assertThat(Addresses.below(URI.create("http://a.example"), Path.of("a b", "50%?#[1].html")))
        .hasToString("http://a.example/a%20b/50%25%3F%23%5B1%5D.html");
  }

  @ParameterizedTest
  @CsvSource({"a%20b+c, a b+c", "%C3%A4, ä", "100%, 100%", "%zz, %zz"})
  void undoesEscapes(String text, String expected) {
    assertThat(Addresses.unescape(text)).isEqualTo(expected);
  }
}
