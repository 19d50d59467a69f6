package io.runfabric.console.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Names that nobody means well with.
final class HostileNames {

  /// Lies beside the project's folder, where [#ALL] would lead; what it holds is never told.
  static final String OUTSIDE = "outside";

  /// What is outside.
  static final String CANARY = "canary-of-the-neighbour";

  /// Every one of them.
  static final List<String> ALL =
      List.of(
          "../../etc/passwd",
          "../../" + OUTSIDE,
          "a/b",
          "a\\b",
          "CON",
          "NUL.txt",
          "..",
          ".",
          "",
          " ",
          "dev.",
          "dev ",
          "x".repeat(10_000),
          "a\nb",
          "a\0b",
          "\u202Egnp.nosj",
          "a\u200Bb",
          "\u061Cx",
          "\u00ADx",
          "\u2028x",
          "\u001B[2J\u001B[31m",
          "\u001B]8;;http://evil\u0007x\u001B]8;;\u0007",
          "\u001B]52;c;ZXZpbA==\u0007",
          "\u009B31m",
          "\uD800",
          "\uDB40\uDC41x",
          "\u0015touch pwned\n",
          "-rf",
          "--json",
          "--yes",
          "%2e%2e",
          "%s%n",
          "=cmd|' /C calc'!A0",
          "<script>alert(1)</script>",
          "](http://evil)|<b>`",
          "$(touch pwned)",
          "`touch pwned`",
          ";touch pwned;",
          "'; touch pwned; '",
          "a|b",
          "*",
          "${env:HOME}",
          "@/etc/passwd");

  private HostileNames() {}

  /// Those that a file can be called by here.
  static Stream<String> ofFiles() {
    return ALL.stream()
        .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
        .filter(name -> name.indexOf('/') < 0 && name.indexOf('\0') < 0)
        .filter(name -> name.length() < 200 && StandardCharsets.UTF_8.newEncoder().canEncode(name));
  }
}
