package dev.fermata.examples.linkcheck;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** No answer could be had; the reason is a few words for the user. */
final class FetchException extends IOException {
  private final String reason;
  private final boolean mayPass;

  private FetchException(String reason, boolean mayPass, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.mayPass = mayPass;
  }

  /** The trouble is in the answer itself: asking again would bring the same. */
  static FetchException lasting(String reason) {
    return new FetchException(reason, false, null);
  }

  static FetchException timeout(Duration limit, Throwable cause) {
    BigDecimal seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
    return new FetchException("no answer within " + seconds.toPlainString() + " s", true, cause);
  }

  /** Words for what the JDK's client reports: some of its messages are null, some technical. */
  static FetchException of(IOException failure) {
    if (failure instanceof FetchException known) {
      return known;
    }
    if (has(failure, UnresolvedAddressException.class, UnknownHostException.class)) {
      return new FetchException("unknown host", false, failure);
    }
    if (failure instanceof ConnectException) {
      return new FetchException("cannot connect", true, failure);
    }
    if (failure instanceof SSLException) {
      return new FetchException("no secure connection", false, failure);
    }
    if (failure instanceof ProtocolException) {
      return new FetchException("the answer is not HTTP", false, failure);
    }
    if (has(failure, EOFException.class, SocketException.class, ClosedChannelException.class)) {
      return new FetchException("connection broken before the answer was complete", true, failure);
    }
    return new FetchException("no readable answer: " + failure.getMessage(), true, failure);
  }

  /** The message, which is never null. */
  String reason() {
    return reason;
  }

  /** Whether a second request may fare better. */
  boolean mayPass() {
    return mayPass;
  }

  /** Whether a failure or one of its causes is of one of some types. */
  private static boolean has(Throwable failure, Class<?>... types) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause)));
  }
}
