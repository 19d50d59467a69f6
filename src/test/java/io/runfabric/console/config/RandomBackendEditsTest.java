package io.runfabric.console.config;

import static io.runfabric.console.config.BackendEditorTest.ordered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever surrounds the block, an edit changes the block alone, says exactly what was asked for,
/// and a second one changes nothing.
class RandomBackendEditsTest {

  private static final List<Map<String, String>> TARGETS =
      List.of(
          Map.of("kind", "local"),
          ordered("kind", "sqlite", "sqlitePath", "a b/ü.db"),
          ordered("kind", "postgres", "postgresConnectionStringEnv", "URL", "postgresTable", "t"),
          ordered("kind", "s3", "s3Bucket", "true", "s3Prefix", "it's: #1"),
          ordered("kind", "dynamodb", "receiptTable", "r", "lockTable", "l"),
          ordered("kind", "azblob", "azblobContainer", "\uD83D\uDE80", "azblobPrefix", "~"));

  private static final List<String> COMMENTS =
      List.of("# plain", "#\ttabs\tinside", "# ünïcode \uD83D\uDE80 \u4E16", "# backend: no", "#");

  private static final List<String> VALUES =
      List.of(
          "plain",
          "'single # no comment'",
          "\"double \\u00e4\"",
          "with words",
          "''",
          "4711",
          "~",
          "ü\uD83D\uDE80",
          "|\n@    first\n@\n@      second\n",
          ">-\n@    folded\n@    on\n",
          "\"two\n@    lines\"",
          "one\n@    two");

  private Random random = new Random();

  @Property(tries = 300)
  void anEditChangesTheBlockAndNothingElse(@ForAll long seed) throws Exception {
    random = new Random(seed);
    int edited = 0;
    for (int i = 0; i < 10; i++) {
      String lineBreak = random.nextInt(3) == 0 ? "\r\n" : "\n";
      Optional<String> stage = random.nextInt(3) == 0 ? Optional.of("prod") : Optional.empty();
      String above = top(0, 1 + random.nextInt(3), "a") + "service: shop" + comment();
      String below = top(0, random.nextInt(3), "z");
      String block = block(stage.isPresent() ? 4 : 0);
      String text =
          stage.isPresent()
              ? above + "stages:\n  prod:\n    first: 1\n" + block + "    last: 2\n" + below
              : above + block + below;
      text = text.replace("\n", lineBreak);
      Map<String, String> target = TARGETS.get(random.nextInt(TARGETS.size()));
      BackendChange change = new BackendChange(stage, target);

      String after = BackendEditor.edited(text, change);

      assertThat(after).as(text).startsWith(above.replace("\n", lineBreak));
      assertThat(after).as(text).endsWith(below.replace("\n", lineBreak));
      assertThat(after.replace("\r\n", "")).as(text).doesNotContain("\r");
      if (lineBreak.equals("\r\n")) {
        assertThat(after.replace("\r\n", "")).as(text).doesNotContain("\n");
      }
      for (String line : text.lines().toList()) {
        if (line.strip().startsWith("#")) {
          assertThat(after).as(text).contains(line);
        }
      }
      assertThat(BackendEditor.edited(after, change)).as(after).isEqualTo(after);
      edited += after.equals(text) ? 0 : 1;
    }
    assertThat(edited).isPositive();
  }

  private String block(int column) {
    if (random.nextInt(5) == 0) {
      return "";
    }
    String indent = " ".repeat(column);
    StringBuilder block = new StringBuilder(indent + "backend:" + comment());
    int inner = column + 1 + random.nextInt(4);
    for (String key :
        List.of("kind", "s3Bucket", "sqlitePath", "ours", "lockTable", "\"s3Prefix\"")) {
      if (random.nextInt(2) == 0) {
        while (random.nextInt(3) == 0) {
          block.append(random.nextBoolean() ? "\n" : " ".repeat(inner) + someComment() + "\n");
        }
        block.append(" ".repeat(inner)).append(key).append(":").append(value(inner));
      }
    }
    return block.toString();
  }

  private String top(int column, int entries, String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      if (random.nextInt(2) == 0) {
        text.append(someComment()).append("\n");
      }
      String key = random.nextInt(3) == 0 ? "\"" + name + i + "\"" : name + i;
      text.append(" ".repeat(column)).append(key).append(":");
      if (random.nextInt(3) == 0) {
        text.append(comment()).append("   - x").append(comment()).append("   - {y: [1, 2]}\n");
      } else {
        text.append(value(column));
      }
    }
    return text.toString();
  }

  private String value(int column) {
    String value = VALUES.get(random.nextInt(VALUES.size())).replace("@", " ".repeat(column));
    return " " + value + (value.contains("\n") ? value.endsWith("\n") ? "" : "\n" : comment());
  }

  private String comment() {
    return random.nextInt(3) == 0 ? "  " + someComment() + "\n" : "\n";
  }

  private String someComment() {
    return COMMENTS.get(random.nextInt(COMMENTS.size()));
  }
}
