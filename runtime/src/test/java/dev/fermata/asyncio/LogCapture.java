package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the runtime logs meanwhile; it is not printed. */
final class LogCapture extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.fermata.asyncio");
  private final List<LogRecord> records = new ArrayList<>();

  LogCapture() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  synchronized List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  synchronized List<Throwable> thrown() {
    return records.stream().map(LogRecord::getThrown).filter(Objects::nonNull).toList();
  }

  @Override
  public synchronized void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
