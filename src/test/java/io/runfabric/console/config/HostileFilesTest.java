package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  private Problem refusedSoon() {
    return assertTimeoutPreemptively(SOON, () -> workspace.refused().getFirst());
  }

  private void bytes(byte[] content) throws IOException {
    Files.write(folder.resolve("runfabric.yml"), content);
  }

  @Test
  void hugeFileIsRefusedBySizeAlone() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("runfabric.yml").toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    Problem problem = assertTimeoutPreemptively(SOON, () -> workspace.refusedFor());
    assertThat(problem.message()).isEqualTo("the file is 100 MB long, the limit is 4 MB");
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("service: a\nb0: &b0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("b%d: &b%d [%s]\n".formatted(i, i, "*b%d, ".formatted(i - 1).repeat(20)));
    }
    workspace.yml(bomb.toString());
    assertThat(refusedSoon().message()).contains("more than 500 aliases");
  }

  @Test
  void aliasBombBelowTheLimitCostsNothing() throws Exception {
    StringBuilder bomb = new StringBuilder("service: a\nb0: &b0 {x: y}\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("b%d: &b%d {<<: [%s]}\n".formatted(i, i, "*b%d, ".formatted(i - 1).repeat(8)));
    }
    bomb.append("backend: *b59\nstages: {dev: {backend: *b59}}\n");
    workspace.yml(bomb.toString());
    assertTimeoutPreemptively(SOON, () -> workspace.loaded());
  }

  @Test
  void loopsAreNoProblem() {
    workspace.yml("service: a\nbackend: &b {<<: *b, kind: local, x: *b}\nloop: &l [*l]\n");
    assertThat(assertTimeoutPreemptively(SOON, () -> workspace.loaded()).warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "- ", "? ", "{a: ", "[a, "})
  void deepNestingIsRefused(String opening) {
    workspace.yml("service: a\nb: \n" + opening.repeat(4_000_000 / opening.length()));
    assertThat(refusedSoon().severity()).isEqualTo(Problem.Severity.ERROR);
  }

  @Test
  void nestingWithinReasonIsRead() {
    workspace.yml("service: a\nb: " + "[".repeat(50) + "]".repeat(50) + "\n");
    assertThat(workspace.loaded().warnings()).isEmpty();
    workspace.yml("service: a\nb: " + "[".repeat(100) + "]".repeat(100) + "\n");
    assertThat(refusedSoon().message()).contains("deeper than 64 levels");
  }

  static Stream<Named<String>> largeTexts() {
    return Stream.of(
        Named.of("one long value", "service: " + "a".repeat(4_000_000)),
        Named.of("unclosed references", "service: " + "${env:A".repeat(100_000)),
        Named.of("unclosed forms", "service: " + "${a:".repeat(100_000)),
        Named.of("many references", "service: \"" + "${env:A}".repeat(100_000) + "\""),
        Named.of("escapes", "service: \"" + "\\n".repeat(500_000) + "\""),
        Named.of("long path", "? " + "k".repeat(500_000) + "\n: {" + "a: b, ".repeat(80_000) + "}"),
        Named.of("one key again and again", "service: a\nbackend:\n" + "  kin: d\n".repeat(80_000)),
        Named.of("stages of no use", "service: a\nstages:\n" + lines("  s%d: {backend: x}\n")),
        Named.of("stages", "service: a\nbackend: {kind: x}\nstages:\n" + lines("  s%d:\n")),
        Named.of("long key", "k".repeat(1_000_000) + ": v"),
        Named.of("directives", "%".repeat(4_000_000)),
        Named.of("anchors", "&".repeat(4_000_000)),
        Named.of("quotes", "'".repeat(1_000_000) + "\n"),
        Named.of("indentation", "service: a\n" + " ".repeat(4_000_000) + "b: c"));
  }

  private static String lines(String line) {
    return IntStream.range(0, 80_000).mapToObj(line::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("largeTexts")
  void largeTextIsRefusedSoon(String text) {
    workspace.yml(text);
    assertThat(refusedSoon().sentence()).hasSizeLessThan(1_000);
  }

  static Stream<Arguments> encodings() {
    String text = "service: a\n";
    return Stream.of(
        Arguments.of(text.getBytes(StandardCharsets.UTF_16), "0:0", "UTF-16"),
        Arguments.of(text.getBytes(Charset.forName("x-UTF-16LE-BOM")), "0:0", "UTF-16"),
        Arguments.of(text.getBytes(StandardCharsets.UTF_16LE), "1:2", "UTF-16"),
        Arguments.of(text.getBytes(StandardCharsets.UTF_16BE), "1:1", "UTF-16"),
        Arguments.of("service: a\nb: \0c\n".getBytes(StandardCharsets.UTF_8), "2:4", "binary"),
        Arguments.of("service: ä\nb: ü\n".getBytes(StandardCharsets.ISO_8859_1), "1:10", "UTF-8"),
        Arguments.of(new byte[] {'a', '\n', (byte) 0xC3}, "2:1", "UTF-8"),
        Arguments.of(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, "1:2", "UTF-8"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void otherEncodingsAreNamed(byte[] content, String place, String message) throws IOException {
    bytes(content);
    Problem problem = refusedSoon();
    assertThat(problem.message()).contains(message);
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void deviceIsRefused() {
    assertThat(
            assertTimeoutPreemptively(SOON, () -> workspace.refused("/dev/zero"))
                .getFirst()
                .message())
        .isEqualTo("this is not a regular file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fileThatMayNotBeReadSaysSo() {
    // The kernel lets nobody read this one, not even root.
    assertThat(workspace.refused("/proc/sys/net/ipv4/route/flush").getFirst().message())
        .isEqualTo("you may not read this file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readErrorIsAProblem() {
    // Reading the first byte of a process's own memory fails.
    assertThat(workspace.refused("/proc/self/mem").getFirst().message())
        .isEqualTo("the system could not read this file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fileThatReportsNoSizeIsReadUpToTheLimit() {
    assertThat(workspace.refused("/proc/self/environ").getFirst().severity())
        .isEqualTo(Problem.Severity.ERROR);
  }
}
