package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the text, a project opens or is refused with problems; nothing else ever comes out.
class RandomTextsTest {

  private static final List<String> PIECES =
      List.of(
          "service",
          "backend",
          "state",
          "stages",
          "provider",
          "providers",
          "secrets",
          "extensions",
          "functions",
          "statePlugin",
          "kind",
          "lock",
          "timeoutSeconds",
          "s3",
          "bucket",
          "s3Bucket",
          "dev",
          "prod",
          "name",
          ": ",
          ":",
          ": ",
          "\n",
          "\n  ",
          "\n    ",
          "\n- ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          ", ",
          "'",
          "\"",
          "&a ",
          "*a",
          "<<: *a",
          "!!str ",
          "!x ",
          "!!java.lang.Thread ",
          "|",
          ">-",
          "? ",
          "%",
          "@",
          "`",
          "#",
          "\t",
          "---\n",
          "...\n",
          "${env:A}",
          "${env:B,c}",
          "${stage}",
          "${secret:s}",
          "secret://s",
          "${",
          "}",
          "vault://x",
          "local",
          "postgres",
          "sqlite",
          "dynamodb",
          "4711",
          "-1",
          "1e9",
          "0x1F",
          "true",
          "no",
          "~",
          "null",
          "\0",
          "\u0001",
          "\u0085",
          "\uFEFF",
          "\uD83D\uDE80",
          "ä",
          "\\",
          "\\x",
          "\r",
          "\u2028",
          "2026-01-01",
          "=",
          "0",
          "9".repeat(30));

  @TempDir Path folder;

  @Test
  void randomTextOpensOrIsRefusedWithProblems() {
    Random random = new Random(20_260_301);
    int opened = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = text(random, i % 3);
      Workspace workspace = new Workspace(folder).yml(text).variable("A", "x");
      try {
        workspace.load("runfabric.yml");
        opened++;
      } catch (InvalidProjectException e) {
        assertThat(e.problems())
            .as(text)
            .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)
            .allMatch(problem -> !problem.message().isEmpty() && !problem.fix().isEmpty());
      }
    }
    assertThat(opened).isPositive();
  }

  private static String text(Random random, int shape) {
    StringBuilder text = new StringBuilder(shape == 0 ? "" : "service: a\n");
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      if (shape == 2 && random.nextInt(3) == 0) {
        text.append("\n").append(" ".repeat(2 * random.nextInt(3)));
        text.append(PIECES.get(random.nextInt(19))).append(": ");
      } else {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
