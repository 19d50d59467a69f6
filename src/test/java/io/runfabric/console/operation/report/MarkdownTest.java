package io.runfabric.console.operation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void aValueStaysInItsCell() {
    assertThat(Markdown.of(List.of(List.of("a", "b"), List.of("x|y\n| z", "\\|"))))
        .isEqualTo("| a | b |\n| --- | --- |\n| x\\|y \\| z | \\\\\\| |\n");
  }

  @Test
  void linksElementsAndEntitiesAreText() {
    assertThat(Markdown.field("![x](http://a.b)<script>&lt;`"))
        .isEqualTo("!\\[x\\](http://a.b)\\<script\\>\\&lt;\\`");
  }

  @Test
  void whatIsNotSeenIsWrittenByItsNumber() {
    assertThat(Markdown.field("a\u202e\u001b[31m\u0000"))
        .isEqualTo("a\\\\u202e\\\\u001b\\[31m\\\\u0000");
  }
}
