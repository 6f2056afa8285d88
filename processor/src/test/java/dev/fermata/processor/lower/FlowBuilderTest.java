package dev.fermata.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.CompiledBody;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which blocks a statement becomes, and where control passes between them. */
class FlowBuilderTest {

  @TempDir Path folder;

  @Test
  void aStraightLineIsCutAtItsAwaits() {
    assertFlow(
        """
        log(s);
        int x = await(num());
        return Coroutine.of(x + await(num()));
        """,
        """
        b0.entry:
          self.log(s);
          await self.num() then b1.resume
        b1.resume:
          int x = sent:java.lang.Integer
          await self.num() then b2.resume
        b2.resume:
          return x + sent:java.lang.Integer
        """);
  }

  @Test
  void onlyWhatPrecedesASuspensionIsSaved() {
    assertFlow(
        """
        return Coroutine.of(Math.max(i++, await(num())) + i++);
        """,
        """
        b0.entry:
          a := i++
          await self.num() then b1.resume
        b1.resume:
          return Math.max(a, sent:java.lang.Integer) + i++
        """);
  }

  @Test
  void aConditionJumpsPastWhatItSkips() {
    assertFlow(
        """
        if (i > 0 && await(num()) > 0) {
          log(i);
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          if i > 0 goto b1.and else b4.endif
        b1.and:
          await self.num() then b2.resume
        b2.resume:
          if sent:java.lang.Integer > 0 goto b3.then else b4.endif
        b3.then:
          {
          self.log(i);
        }
          goto b4.endif
        b4.endif:
          return i
        """);
  }

  @Test
  void aLoopTestsUpdatesAndComesBack() {
    assertFlow(
        """
        for (int k = 0; k < i; k++) {
          if (k == 3) continue;
          await(num());
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          int k = 0
          goto b1.loop
        b1.loop:
          if k < i goto b2.body else b5.end
        b2.body:
          if (k == 3) { goto b4.continue }
          await self.num() then b3.resume
        b3.resume:
          goto b4.continue
        b4.continue:
          k++;
          goto b1.loop
        b5.end:
          return i
        """);
  }

  @Test
  void aFinallyRecordsHowItWasEntered() {
    assertFlow(
        """
        while (true) {
          try {
            if (i > 3) break;
            await(num());
          } finally {
            log(i);
          }
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          goto b1.try
        b1.try [any -> b3.finally]:
          if (i > 3) { failure = null; exit = 1; goto b3.finally }
          await self.num() then b2.resume
        b2.resume [any -> b3.finally]:
          failure := null
          exit := 0
          goto b3.finally
        b3.finally:
          self.log(i);
          if (failure != null) {
          throw failure;
        }
          if exit == 1 goto b4.end else b1.try
        b4.end:
          return i
        """);
  }

  @Test
  void aReturnPassesTheFinallyWithItsValue() {
    assertFlow(
        """
        try {
          return Coroutine.of(await(num()));
        } finally {
          log(i);
        }
        """,
        """
        b0.entry:
          goto b1.try
        b1.try [any -> b3.finally]:
          await self.num() then b2.resume
        b2.resume [any -> b3.finally]:
          result := sent:java.lang.Integer
          failure := null
          goto b3.finally
        b3.finally:
          self.log(i);
          if (failure != null) {
          throw failure;
        }
          return result
        """);
  }

  @Test
  void aFinallyThatJumpsForgetsHowItWasEntered() {
    assertFlow(
        """
        while (true) {
          try {
            await(num());
            return Coroutine.of(1);
          } finally {
            break;
          }
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          goto b1.try
        b1.try [any -> b3.finally]:
          await self.num() then b2.resume
        b2.resume [any -> b3.finally]:
          result := 1
          goto b4.end
        b3.finally:
          goto b4.end
        b4.end:
          return i
        """);
  }

  @Test
  void aFinallyOfSeveralWaysAsksWhichOne() {
    assertFlow(
        """
        out:
        while (i > 0) {
          while (i > 1) {
            try {
              if (i == 2) return Coroutine.of(2);
              if (i == 3) break;
              if (i == 4) break out;
              await(num());
            } finally {
              log(i);
            }
          }
          log("inner");
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          goto b1.loop
        b1.loop:
          if i > 0 goto b2.loop else b7.out
        b2.loop:
          if i > 1 goto b3.try else b6.end
        b3.try [any -> b5.finally]:
          if (i == 2) { result = 2; failure = null; exit = 1; goto b5.finally }
          if (i == 3) { failure = null; exit = 2; goto b5.finally }
          if (i == 4) { failure = null; exit = 3; goto b5.finally }
          await self.num() then b4.resume
        b4.resume [any -> b5.finally]:
          failure := null
          exit := 0
          goto b5.finally
        b5.finally:
          self.log(i);
          if (failure != null) {
          throw failure;
        }
          if (exit == 1) {
          return result;
        }
          switch exit { case 2 -> b6.end; case 3 -> b7.out } else b2.loop
        b6.end:
          self.log("inner");
          goto b1.loop
        b7.out:
          return i
        """);
  }

  @Test
  void aCatchStandsOutsideTheRegionOfItsTry() {
    assertFlow(
        """
        try {
          await(num());
        } catch (IllegalStateException | UncheckedIOException e) {
          log(e);
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          goto b1.try
        b1.try [[java.lang.IllegalStateException, java.io.UncheckedIOException] -> b3.catch]:
          await self.num() then b2.resume
        b2.resume [[java.lang.IllegalStateException, java.io.UncheckedIOException] -> b3.catch]:
          goto b4.endtry
        b3.catch:
          self.log(e);
          goto b4.endtry
        b4.endtry:
          return i
        """);
  }

  @Test
  void aSwitchFallsThrough() {
    assertFlow(
        """
        switch (i) {
          case 1:
            await(num());
          default:
            log(i);
        }
        return Coroutine.of(i);
        """,
        """
        b0.entry:
          switch i { case 1 -> b1.case; default -> b3.case }
        b1.case:
          await self.num() then b2.resume
        b2.resume:
          goto b3.case
        b3.case:
          self.log(i);
          return i
        """);
  }

  private void assertFlow(String statements, String expected) {
    assertThat(CompiledBody.of(folder, statements).flow()).isEqualTo(expected);
  }
}
