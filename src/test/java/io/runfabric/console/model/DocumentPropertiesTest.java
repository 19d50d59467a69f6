package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// What holds for every document: of its digest, of what is hidden of it, and of what differs.
@Domain(Documents.class)
@Domain(DomainContext.Global.class)
class DocumentPropertiesTest {

  @Property
  void theDigestIsTheSameHoweverADocumentIsWritten(@ForAll ObjectNode document, @ForAll long seed)
      throws Exception {
    byte[] plain = Documents.bytes(document);
    byte[] pretty = Json.pretty(document).getBytes(StandardCharsets.UTF_8);
    byte[] shuffled = Documents.bytes(Documents.shuffled(document, new Random(seed)));

    assertThat(CanonicalJson.digest(pretty)).isEqualTo(CanonicalJson.digest(plain));
    assertThat(CanonicalJson.digest(shuffled)).isEqualTo(CanonicalJson.digest(plain));
    String canonical = CanonicalJson.text(Json.object(plain));
    assertThat(CanonicalJson.text(Json.object(canonical.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(canonical);
  }

  @Property
  void documentsDifferExactlyWhenTheirDigestsDo(@ForAll ObjectNode one, @ForAll ObjectNode other)
      throws Exception {
    boolean same =
        CanonicalJson.digest(Documents.bytes(one))
            .equals(CanonicalJson.digest(Documents.bytes(other)));

    assertThat(JsonDiff.between(one, other).isEmpty()).isEqualTo(same);
    assertThat(JsonDiff.between(one, one)).isEmpty();
    assertThat(JsonDiff.between(other, one)).hasSameSizeAs(JsonDiff.between(one, other));
  }

  @Property
  void oneChangedFieldIsTheOneDifference(@ForAll ObjectNode document, @ForAll int number) {
    ObjectNode before = document.deepCopy().put("changed", "before");
    ObjectNode after = document.deepCopy().put("changed", number);

    List<JsonDiff.Change> changes = JsonDiff.between(before, after);

    assertThat(changes).extracting(JsonDiff.Change::path).containsExactly("changed");
    assertThat(CanonicalJson.digest(Documents.bytes(after)))
        .isNotEqualTo(CanonicalJson.digest(Documents.bytes(before)));
  }

  @Property
  void whatIsBelowASecretKeyIsNeverShownAndAllElseIs(@ForAll ObjectNode document) {
    JsonNode shown = Redactor.masking().document(document);

    compare(document, shown, "");
    assertThat(Redactor.masking().document(shown)).isEqualTo(shown);
    assertThat(Redactor.revealing().document(document)).isEqualTo(document);
  }

  private static void compare(JsonNode stored, JsonNode shown, String key) {
    if (Redactor.sensitive(key)) {
      List<String> texts = new ArrayList<>();
      texts(shown, texts);
      assertThat(texts).allMatch(text -> text.equals(Redactor.MASK) || text.isEmpty());
    } else if (stored instanceof ObjectNode object) {
      assertThat(shown.fieldNames()).toIterable().containsExactlyElementsOf(object::fieldNames);
      object
          .properties()
          .forEach(field -> compare(field.getValue(), shown.get(field.getKey()), field.getKey()));
    } else if (stored instanceof ArrayNode array) {
      assertThat(shown).hasSameSizeAs(array);
      for (int i = 0; i < array.size(); i++) {
        compare(array.get(i), shown.get(i), key);
      }
    } else if (!stored.isTextual()) {
      assertThat(shown).isEqualTo(stored);
    }
  }

  private static void texts(JsonNode node, List<String> texts) {
    if (node.isValueNode()) {
      texts.add(node.isNull() ? "" : node.asText());
    }
    node.forEach(child -> texts(child, texts));
  }

  @Property
  void aKeyThatStandsTwiceIsRefusedAtAnyDepth(@ForAll ObjectNode document, @ForAll boolean below) {
    String twice = "{\"a\": " + document + ", \"b\": 1, \"a\": 2}";
    byte[] text = (below ? "{\"c\": [" + twice + "]}" : twice).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Json.object(text))
        .isInstanceOfSatisfying(
            UnreadableDocumentException.class,
            e -> assertThat(e.reason()).isEqualTo("a key stands twice in one object"));
  }
}
