package dev.fermata.examples.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowRequestsTest {

  private final Pipeline stages = new PipelineAsync();

  @TempDir private Path folder;

  @Test
  void bothWaysCountTheSame() throws IOException {
    Path log = folder.resolve("access.log");
    AccessLog.write(log, 1 << 20);
    assertThat(SlowRequests.piped(log)).isEqualTo(SlowRequests.looped(log)).isNotEmpty();
  }

  @Test
  void readsNoFurtherThanIsAskedFor() throws IOException {
    Path log = folder.resolve("access.log");
    Files.writeString(log, "1 GET /a 200 5\nno request\n2 GET /b 200 1500\n3 GET /c 200 1\n");
    Generator<String> lines = stages.lines(log);
    try (Generator<Request> slow = stages.slow(stages.requests(lines), 1000)) {
      assertThat(slow.next()).isEqualTo(new Request(2, "/b", 200, 1500));
      assertThat(lines.next()).isEqualTo("3 GET /c 200 1");
    }
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void aMissingFileIsFoundOutWhenTheFirstLineIsWanted() throws IOException {
    Generator<Request> requests = stages.requests(stages.lines(folder.resolve("none")));
    assertThatThrownBy(requests::hasNext).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void damagedLinesAreNoRequests() {
    assertThat(Request.parse("-- rotated --")).isNull();
    assertThat(Request.parse("x GET / 200 1")).isNull();
    assertThat(Request.parse("7 GET / 200 1")).isEqualTo(new Request(7, "/", 200, 1));
  }
}
