package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against what Go's `encoding/json` writes for the same values.
class GoJsonTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{}, {}",
        "[], []",
        "`{\"b\": 1, \"a\": [true, null, \"x\"]}`, `{\"a\":[true,null,\"x\"],\"b\":1}`",
        "`[{\"a\": {}}, 1.50]`, `[{\"a\":{}},1.50]`",
        "`{\"z\": {\"y\": 1, \"x\": 2}, \"a\": []}`, `{\"a\":[],\"z\":{\"x\":2,\"y\":1}}`",
      })
  void valuesAreCompactWithSortedKeys(String json, String go) throws Exception {
    assertThat(new GoJson().value(Json.MAPPER.readTree(json))).hasToString(go);
  }

  @Test
  void namesHaveACommaWhereOneIsDue() {
    assertThat(new GoJson().raw("{").name("a").raw("1").name("b").raw("2").raw("}"))
        .hasToString("{\"a\":1,\"b\":2}");
    assertThat(new GoJson().name("a")).hasToString("\"a\":");
  }

  @Test
  void textIsEscapedAsForHtml() {
    assertThat(new GoJson().string("<a&b>\u2028\u2029\u0001\u001f \"\\\n\r\t\b\f/é😀"))
        .hasToString(
            "\"\\u003ca\\u0026b\\u003e\\u2028\\u2029\\u0001\\u001f"
                + " \\\"\\\\\\n\\r\\t\\b\\f/é😀\"");
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertThat(new GoJson().string("\ud83d")).hasToString("\"\ufffd\"");
    assertThat(new GoJson().string("\ude00")).hasToString("\"\ufffd\"");
    assertThat(new GoJson().string("\ud83dx\ude00")).hasToString("\"\ufffdx\ufffd\"");
    assertThat(new GoJson().string("x\ude00\ud83d")).hasToString("\"x\ufffd\ufffd\"");
  }

  @Test
  void keysSortByCodePointAndNotByHalves() throws Exception {
    assertThat(new GoJson().value(Json.MAPPER.readTree("{\"😀\": 1, \"\uff5e\": 2}")))
        .hasToString("{\"\uff5e\":2,\"😀\":1}");
  }
}
