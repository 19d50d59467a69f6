package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x7, 0xa, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x180e, 0x200b, 0x200d, 0x2028, 0x202e,
        0x2066, 0xfeff, 0xfff9, 0xd800, 0xe0041
      })
  void whatActsOrHidesIsUnseen(int codePoint) {
    assertThat(Unseen.is(codePoint)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop-dev_1.x", "Ünïcödé שלום", "日本", "😀", "a b\u00a0c"})
  void whatIsReadIsSeen(String text) {
    assertThat(Unseen.shown(text)).isSameAs(text);
  }

  @Test
  void theUnseenIsWrittenByItsNumber() {
    assertThat(Unseen.shown("a\u001b[31m\n\udb40\udc41"))
        .isEqualTo("a\\u001b[31m\\u000a\\udb40\\udc41");
    assertThat(Unseen.lines("a\r\n\tb")).isEqualTo("a\\u000d\n\tb");
  }

  @Test
  void jsonIsTheSameTextAndSafeToPrint() throws Exception {
    String text = "a\u001b\u007f\u009b\u202e\u200b😀\u00e4";

    String json = Json.line(Json.MAPPER.createObjectNode().put("k", text));

    assertThat(json.codePoints()).noneMatch(Unseen::is);
    assertThat(json).contains("😀ä");
    assertThat(Json.MAPPER.readTree(json).path("k").textValue()).isEqualTo(text);
    assertThat(
            Json.object(Json.MAPPER.writeValueAsBytes(Json.MAPPER.readTree(json)))
                .path("k")
                .textValue())
        .isEqualTo(text);
  }
}
