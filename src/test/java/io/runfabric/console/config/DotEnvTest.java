package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

  @TempDir Path folder;

  private Map<String, String> read(Problems problems) {
    return DotEnv.beside(folder.resolve("runfabric.yml"), problems);
  }

  private Problems none() {
    return new Problems(folder.resolve("runfabric.yml"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "A=b, b",
        "`  A = b  `, b",
        "export A=b, b",
        "`export   A=b`, b",
        "A=\"b c\", b c",
        "A='b c', b c",
        "A='\"b\"', \"b\"",
        "A=\"b', \"b'",
        "A=\", \"",
        "A=\"\", ``",
        "A=, ``",
        "A=b#c # d, b#c # d",
        "A=b=c, b=c",
        "A=${env:X}\\n, ${env:X}\\n",
      })
  void lineIsReadAsItStands(String line, String value) throws IOException {
    Files.writeString(folder.resolve(".env"), "\n# A=comment\n" + line + "\r\n");
    Problems problems = none();
    assertThat(read(problems)).isEqualTo(Map.of("A", value));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkOutOfTheProjectIsLeftOutAndSaid() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(folder.resolve("theirs"), "SERVICE=theirs\n");
    Files.createSymbolicLink(inner.resolve(".env"), folder.resolve("theirs"));
    Workspace linked = new Workspace(inner).yml("service: ${env:SERVICE,ours}\n");

    assertThat(linked.project().service()).isEqualTo("ours");
    assertThat(linked.warnedOf().message()).contains("leads out of", "it is left out");
  }

  @Test
  void lastOfTwoLinesWins() throws IOException {
    Files.writeString(folder.resolve(".env"), "A=1\nA=2\n");
    assertThat(read(none())).isEqualTo(Map.of("A", "2"));
  }

  @Test
  void otherLinesAreWarningsThatDoNotQuoteThem() throws IOException {
    Files.writeString(folder.resolve(".env"), "A=1\ncanary\n=canary\nB=2\nex port=canary\n");
    Problems problems = none();
    assertThat(read(problems)).isEqualTo(Map.of("A", "1", "B", "2"));
    List<Problem> warnings = problems.sorted();
    assertThat(warnings).extracting(Problem::line).containsExactly(2, 3, 5);
    assertThat(warnings)
        .allSatisfy(problem -> {
          assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
          assertThat(problem.file()).isEqualTo(folder.resolve(".env"));
          assertThat(problem.toString()).doesNotContain("canary");
        });
  }

  @Test
  void unreadableFileIsAWarning() throws IOException {
    Files.createDirectory(folder.resolve(".env"));
    Problems problems = none();
    assertThat(read(problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .returns("this is not a regular file; it is left out", Problem::message);
  }

  @Test
  void absentFileIsNoProblem() {
    Problems problems = none();
    assertThat(read(problems)).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }
}
