package io.runfabric.console.operation.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void equalJsonIsTheSameHoweverItIsWritten() {
    Difference difference = between("{\"a\": 1.0, \"b\": [2]}", "{\n\"b\":[2],\"a\":1}");

    assertThat(difference.same()).isTrue();
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.lines()).allMatch(LinePair::same);
    assertThat(difference.fields()).extracting(JsonDiff.Change::path).containsExactly("a", "b[0]");
  }

  @Test
  void whatDiffersIsToldByPathAndByLine() {
    Difference difference =
        between(
            "{\"url\": \"https://one\", \"gone\": 1}", "{\"url\": \"https://two\", \"new\": 2}");

    assertThat(difference.same()).isFalse();
    assertThat(difference.changes())
        .extracting(JsonDiff.Change::path)
        .containsExactly("url", "gone", "new");
    assertThat(TextRow.unified(TextRow.of(difference.lines(), /* changedOnly= */ true)))
        .contains("-   \"gone\" : 1,", "+   \"new\" : 2,")
        .contains("-   \"url\" : \"https://one\"", "+   \"url\" : \"https://two\"");
    LinePair url =
        difference.lines().stream()
            .filter(
                pair -> pair.left().filter(line -> line.text().contains("https://one")).isPresent())
            .findFirst()
            .orElseThrow();
    LinePair.Line left = url.left().orElseThrow();
    assertThat(left.text().substring(left.from(), left.to())).isEqualTo("one");
  }

  @Test
  void secretsThatDifferAreSaidToDifferAndNotShown() {
    String one =
        "{\"apiKey\": \"canary-1\", \"db\": \"postgres://u:canary-1@h/x\", \"tokens\": [7]}";
    Difference difference = between(one, one.replace("canary-1", "canary-2").replace("7", "8"));

    assertThat(difference.same()).isFalse();
    assertThat(difference.changes())
        .extracting(JsonDiff.Change::path)
        .containsExactly("apiKey", "db", "tokens[0]");
    assertThat(difference.toString()).doesNotContain("canary").contains("(another value)");
    assertThat(TextRow.unified(TextRow.of(difference.lines(), /* changedOnly= */ true)))
        .anyMatch(line -> line.startsWith("+") && line.contains("[REDACTED] (another value)"));
  }

  @Test
  void equalSecretsAreNoDifference() {
    assertThat(between("{\"apiKey\": \"x\", \"n\": 1}", "{\"apiKey\": \"x\", \"n\": 2}").changes())
        .extracting(JsonDiff.Change::path)
        .containsExactly("n");
  }

  @Test
  void whatDoesNotLoadIsComparedAsTextAndSaysSo() {
    Difference difference = between("{\"a\": 1", "{\"a\": 2}");

    assertThat(difference.fields()).isEmpty();
    assertThat(difference.problems()).hasSize(1).first().asString().contains("left", "not load");
    assertThat(difference.lines()).hasSize(1).noneMatch(LinePair::same);
  }

  @Test
  void hiddenDifferencesOfTextsThatDoNotLoadAreNotCalledEqual() {
    Difference difference = between("x password=one", "x password=two");

    assertThat(difference.same()).isFalse();
    assertThat(difference.problems()).anyMatch(problem -> problem.contains("hidden"));
    assertThat(difference.toString()).doesNotContain("one", "two");
  }

  @Test
  void anAbsentDocumentDiffersFromAnEmptyOne() {
    Difference difference =
        Difference.between(Optional.empty(), bytes("{\"a\": 1}"), Redactor.masking());

    assertThat(difference.same()).isFalse();
    assertThat(difference.lines()).allMatch(pair -> pair.left().isEmpty());
    assertThat(Difference.between(Optional.empty(), bytes("{}"), Redactor.masking()).same())
        .isFalse();
  }

  @Test
  void linesThatAreTheSameAreLeftOutButForAFew() {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      left.add("line " + i);
    }
    List<String> right = new ArrayList<>(left);
    right.set(20, "other");

    List<TextRow> rows = TextRow.of(LinePair.between(left, right), /* changedOnly= */ true);

    assertThat(rows).hasSize(9);
    assertThat(rows.getFirst()).isEqualTo(new TextRow.Gap(17));
    assertThat(rows.getLast()).isEqualTo(new TextRow.Gap(16));
    assertThat(TextRow.unified(rows)).contains("  … 17 equal lines", "- line 20", "+ other");
  }

  @Test
  void anInsertedLineMovesTheOthersAndChangesNone() {
    List<LinePair> pairs = LinePair.between(List.of("a", "b"), List.of("a", "new", "b"));

    assertThat(pairs).hasSize(3);
    assertThat(pairs.get(1).left()).isEmpty();
    assertThat(pairs.get(2).right().orElseThrow().number()).isEqualTo(3);
  }

  private static Difference between(String left, String right) {
    return Difference.between(bytes(left), bytes(right), Redactor.masking());
  }

  private static Optional<byte[]> bytes(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
