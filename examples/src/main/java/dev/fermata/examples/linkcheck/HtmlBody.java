package dev.fermata.examples.linkcheck;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the body of an answer if it is HTML, and lets go of all others early: that a link leads to
 * a large download is known from the first bytes, and no server can fill the memory.
 */
final class HtmlBody implements BodySubscriber<byte[]> {
  private static final int LARGEST_PAGE = 32 << 20;
  private static final int LARGEST_OTHER = 64 << 10;

  private final boolean html;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private int received;
  private Flow.@Nullable Subscription subscription;

  private HtmlBody(boolean html) {
    this.html = html;
  }

  static BodyHandler<byte[]> handler() {
    return answer ->
        new HtmlBody(Reply.isHtml(answer.headers().firstValue("Content-Type").orElse("")));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      received += bytes.length;
      if (html && received <= LARGEST_PAGE) {
        kept.writeBytes(bytes);
      }
    }
    if (html && received > LARGEST_PAGE) {
      stop();
      body.completeExceptionally(FetchException.lasting("page larger than 32 MB"));
    } else if (!html && received > LARGEST_OTHER) {
      stop();
      body.complete(new byte[0]);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(kept.toByteArray());
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
