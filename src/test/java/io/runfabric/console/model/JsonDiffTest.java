package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.JsonDiff.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDiffTest {

  @Test
  void whatIsWrittenOtherwiseIsTheSame() throws Exception {
    assertThat(diff("{\"a\": 1.0, \"b\": \"x\"}", "{\"b\":\"x\",\"a\":1}")).isEmpty();
    assertThat(digest("{\"a\": 1e2, \"b\": [ ]}")).isEqualTo(digest("{\"b\":[],\"a\":100}"));
    assertThat(digest("{\"a\": \"\\u00e9<\"}")).isEqualTo(digest("{\"a\": \"é<\"}"));
  }

  @Test
  void whatDiffersHasAnotherDigest() {
    assertThat(digest("{\"a\": 1}")).isNotEqualTo(digest("{\"a\": \"1\"}"));
    assertThat(digest("{\"a\": [1, 2]}")).isNotEqualTo(digest("{\"a\": [2, 1]}"));
    assertThat(digest("{\"a\": null}")).isNotEqualTo(digest("{}"));
    assertThat(digest("no json")).isNotEqualTo(digest("no  json"));
  }

  @Test
  void numbersOfAnySizeHaveShortTexts() throws Exception {
    assertThat(CanonicalJson.text(object("{\"a\": 1e999999, \"b\": -0.0, \"c\": 1200}")))
        .isEqualTo("{\"a\":1e999999,\"b\":0,\"c\":12e2}");
  }

  @Test
  void everyDifferenceHasItsPath() throws Exception {
    List<Change> changes =
        diff(
            "{\"url\": \"a\", \"functions\": [{\"name\": \"f\", \"gone\": 1}], \"same\": {}}",
            "{\"url\": \"b\", \"functions\": [{\"name\": \"f\"}, 2], \"same\": {}, \"x y\": null}");

    assertThat(changes)
        .extracting(Change::path)
        .containsExactly("url", "functions[0].gone", "functions[1]", "[\"x y\"]");
    assertThat(changes).extracting(Change::key).containsExactly("url", "gone", "functions", "x y");
    assertThat(changes.get(1).after()).isEmpty();
    assertThat(changes.get(2).before()).isEmpty();
  }

  private static List<Change> diff(String before, String after) throws Exception {
    return JsonDiff.between(object(before), object(after));
  }

  private static ObjectNode object(String text) throws Exception {
    return Json.object(bytes(text));
  }

  private static Revision digest(String text) {
    return CanonicalJson.digest(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
