package io.runfabric.console.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was ever found, what is known to hurt, and mutations, others each time: for as long on each
/// target as `-Dfuzz.milliseconds` says.
class FuzzTest {

  private static final Path CORPUS = Path.of("src/test/resources/fuzz");
  private static final Duration ONE_INPUT = Duration.ofSeconds(20);
  private static final Duration MUTATING =
      Duration.ofMillis(Integer.getInteger("fuzz.milliseconds", 150));

  private static final int LEAST = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatWasFoundAndWhatHurtsIsTakenOrRefused(FuzzTarget target) throws IOException {
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    inputs.addAll(hurting());
    inputs.addAll(found(target));

    for (byte[] input : inputs) {
      take(target, input);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mutationsAreTakenOrRefused(FuzzTarget target) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<byte[]> pool = new ArrayList<>(target.seeds());
    long end = System.nanoTime() + MUTATING.toNanos();
    int tried = 0;
    while (System.nanoTime() < end || tried < LEAST) {
      byte[] input = mutated(pool.get(random.nextInt(pool.size())), random);
      take(target, input);
      if (tried++ % 50 == 0 && pool.size() < 200) {
        pool.add(input);
      }
    }
    System.out.println(target + ": " + tried + " mutations, seed " + seed);
  }

  private void take(FuzzTarget target, byte[] input) {
    try {
      assertTimeoutPreemptively(ONE_INPUT, () -> target.take(input, folder));
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          target
              + " takes badly: "
              + HexFormat.of().formatHex(input, 0, Math.min(input.length, 400)),
          e);
    }
  }

  private static List<byte[]> found(FuzzTarget target) throws IOException {
    Path corpus = CORPUS.resolve(target.name().toLowerCase(Locale.ROOT));
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    List<byte[]> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.sorted().toList()) {
        found.add(Files.readAllBytes(file));
      }
    }
    return found;
  }

  /// Shapes that have broken parsers before.
  private static List<byte[]> hurting() {
    return Stream.of(
            "",
            "\0",
            "\uFEFF{}",
            "{\"a\": 1, \"a\": 2}",
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"version\": " + "9".repeat(100_000) + "}",
            "{\"version\": 1e999999999}",
            "{\"version\": 1e9999999999999999999}",
            "{\"version\": 2, \"updatedAt\": \"" + "x".repeat(200_000) + "\"}",
            "\"" + "\\".repeat(99_999),
            "\\\"a\\\": ".repeat(20_000),
            "\"token\": {".repeat(20_000),
            "a: &a [x]\n" + "b: [*a, *a, *a]\n".repeat(5_000),
            "? ".repeat(10_000),
            "- ".repeat(10_000),
            "a: &a {x: y}\n" + "b: &b {<<: [*a, *a, *a, *a]}\n".repeat(200),
            "a: &a [x, x]\n"
                + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b]\n"
                + "d: &d [*c, *c, *c, *c, *c, *c]\n"
                + "e: &e [*d, *d, *d, *d, *d, *d]\n"
                + "f: [*e, *e, *e]\n",
            "a: &a {*a : *a}\n",
            "a: !!int " + "9".repeat(1_000_000) + "\n",
            "a: !!float .nan\nb: !!timestamp x\nc: !!binary '*'\nd: !!omap [a]\ne: !!set {a, a}\n",
            "service: a\nservice: b\n",
            "s\0e\0r\0v\0i\0c\0e\0:\0 \0a\0",
            "\uFEFFservice: a\n",
            "service: " + "x ".repeat(500_000) + "\n",
            "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:1/\"]]",
            "service: !!binary \"////\"",
            "A='" + "\n".repeat(50_000),
            "${env:".repeat(10_000),
            "service: \"${env:A}${env:A}\"",
            "null",
            "{\"stage\": \"\u202Egpj\u0000\u001B[31m\"}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] mutated(byte[] input, Random random) {
    byte[] bytes = input;
    int steps = 1 + random.nextInt(6);
    for (int step = 0; step < steps; step++) {
      bytes = oneStep(bytes, random);
    }
    return bytes;
  }

  private static byte[] oneStep(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int to = at + random.nextInt(Math.min(64, bytes.length - at) + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
      }
      case 1 -> {
        out.write(bytes, 0, at);
        out.write(bytes, to, bytes.length - to);
      }
      case 2 -> {
        out.write(bytes, 0, to);
        out.write(bytes, at, bytes.length - at);
      }
      case 3 -> {
        out.write(bytes, 0, at);
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        out.write(token, 0, token.length);
        out.write(bytes, at, bytes.length - at);
      }
      case 4 -> {
        out.write(bytes, 0, at);
        out.write(random.nextInt(256));
        out.write(bytes, to, bytes.length - to);
      }
      default -> out.write(bytes, 0, at);
    }
    return out.toByteArray();
  }

  /// The tokens as libFuzzer reads them.
  static String dictionary() {
    StringBuilder lines = new StringBuilder();
    for (String token : TOKENS) {
      lines.append('"');
      for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
        lines.append("\\x%02x".formatted(b & 0xff));
      }
      lines.append("\"\n");
    }
    return lines.toString();
  }

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\n",
          "\t",
          "&a ",
          "*a",
          "!!str ",
          "|",
          ">",
          "%",
          "${env:X}",
          "${stage}",
          "${secret:k}",
          "null",
          "true",
          "-1",
          "1e99",
          "9999999999999999999",
          "\"version\": 2",
          "\"stage\": ",
          "../",
          "\u0000",
          "\u202E",
          "\uFEFF",
          "\u001B[2J",
          "---\n");
}
