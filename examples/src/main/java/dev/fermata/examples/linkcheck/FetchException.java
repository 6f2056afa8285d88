package dev.fermata.examples.linkcheck;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** No answer could be had; the message says why in a few words. */
final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  private FetchException(String message, boolean mayPass, Throwable cause) {
    super(message, cause);
    this.mayPass = mayPass;
  }

  /** The trouble is in the answer itself: asking again would bring the same. */
  static FetchException lasting(String message) {
    return new FetchException(message, false, new IOException(message));
  }

  static FetchException timeout(Duration limit, Throwable cause) {
    BigDecimal seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros();
    return new FetchException("no answer within " + seconds.toPlainString() + " s", true, cause);
  }

  /** Words for what the JDK's client reports: some of its messages are null, some technical. */
  static FetchException of(IOException failure) {
    if (isUnknownHost(failure)) {
      return new FetchException("unknown host", false, failure);
    }
    if (failure instanceof ConnectException) {
      return new FetchException("connection refused", true, failure);
    }
    if (failure instanceof SSLException) {
      return new FetchException("no secure connection", false, failure);
    }
    if (failure instanceof ProtocolException) {
      return new FetchException("the answer is not HTTP", false, failure);
    }
    return new FetchException("connection broken before the answer was complete", true, failure);
  }

  /** Whether a second request may fare better. */
  boolean mayPass() {
    return mayPass;
  }

  private static boolean isUnknownHost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
