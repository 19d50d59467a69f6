package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.detail.JsonText.Line;
import io.runfabric.console.ui.detail.JsonText.Match;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Nested
  class Lines {

    @Test
    void areNumberedFromOneAndKnowWhereTheyStart() {
      JsonText text = new JsonText("{\n  \"a\": 1\n}");

      assertThat(text.lines())
          .containsExactly(
              new Line(1, true, 0, "{", false),
              new Line(2, true, 2, "  \"a\": 1", false),
              new Line(3, true, 11, "}", false));
      assertThat(text.lineCount()).isEqualTo(3);
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
      assertThat(new JsonText("").lines()).containsExactly(new Line(1, true, 0, "", false));
      assertThat(new JsonText("").lineCount()).isEqualTo(1);
    }

    @Test
    void aLineBreakAtTheEndStartsAnEmptyLineAsInAnEditor() {
      assertThat(new JsonText("{}\n").lines()).extracting(Line::text).containsExactly("{}", "");
      assertThat(new JsonText("\n\n").lineCount()).isEqualTo(3);
    }
  }

  @Nested
  class LongLines {

    @Test
    void areCutIntoPiecesOfTheSameNumber() {
      JsonText text = new JsonText("{\n" + "1".repeat(2_500) + "\n}");

      assertThat(text.lines()).extracting(Line::number).containsExactly(1, 2, 2, 2, 3);
      assertThat(text.lines())
          .extracting(Line::first)
          .containsExactly(true, true, false, false, true);
      assertThat(text.lines()).extracting(Line::start).containsExactly(0, 2, 1002, 2002, 2503);
      assertThat(text.lineCount()).isEqualTo(3);
    }

    @Test
    void ofExactlyTheLongestLengthStayWhole() {
      assertThat(new JsonText("1".repeat(1_000)).lines()).hasSize(1);
      assertThat(new JsonText("1".repeat(1_001)).lines()).hasSize(2);
    }

    @Test
    void knowWhetherAPieceStartsWithinAString() {
      JsonText text = new JsonText("\"" + "a".repeat(1_500) + "\", " + "1".repeat(1_500));

      assertThat(text.lines())
          .extracting(Line::insideString)
          .containsExactly(false, true, false, false);
    }

    @Test
    void startEachLineOutsideOfStrings() {
      JsonText text = new JsonText("\"" + "a".repeat(1_500) + "\n1");

      assertThat(text.lines().getLast()).isEqualTo(new Line(2, true, 1_502, "1", false));
    }

    @Test
    void areNotCutBetweenTheHalvesOfACharacter() {
      assertWhole("\"" + "a".repeat(998) + "😀" + "b".repeat(600) + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {994, 995, 996, 997, 998, 999})
    void areNotCutWithinAnEscape(int before) {
      assertWhole("\"" + "a".repeat(before) + "\\\\😀" + "b".repeat(600) + "\"");
      assertWhole("\"" + "a".repeat(before) + "\\\\\\\"" + "b".repeat(600) + "\"");
      assertWhole("\"" + "a".repeat(before) + "\\\\\\\\\\\"😀" + "b".repeat(600) + "\"");
    }

    @Test
    void areCutRightWhateverTheyHold() {
      Random random = new Random(42);
      String[] parts = {"a", "\\\\", "\\\"", "\\n", "😀", "\\u00e9", "é"};
      for (int run = 0; run < 300; run++) {
        StringBuilder text = new StringBuilder("\"").append("x".repeat(random.nextInt(990)));
        while (text.length() < 2_300) {
          text.append(parts[random.nextInt(parts.length)]);
        }
        assertWhole(text.append('"').toString());
      }
    }

    // One string on one line: every piece but the first starts within it, and none is too long.
    private void assertWhole(String string) {
      List<Line> lines = new JsonText(string).lines();
      assertThat(lines.stream().map(Line::text).collect(Collectors.joining())).isEqualTo(string);
      assertThat(lines.stream().skip(1)).isNotEmpty().allMatch(Line::insideString);
      for (Line line : lines) {
        assertThat(line.text().length()).isBetween(1, JsonText.LONGEST_PIECE);
        assertThat(Character.isHighSurrogate(line.text().charAt(line.text().length() - 1)))
            .as("cut within a character")
            .isFalse();
        assertThat(JsonTokenizer.tokens(line.text(), line.insideString()))
            .as(line.text())
            .hasSize(1);
      }
    }
  }

  @Nested
  class Finding {

    private final JsonText text = new JsonText("{\n  \"Stage\": \"stage\"\n}");

    @Test
    void takesNoRegardOfCaseAndNamesLineAndPlace() {
      assertThat(text.find("sTaGe")).containsExactly(new Match(1, 5, 10), new Match(1, 14, 19));
    }

    @Test
    void findsNothingWhenNothingIsSearchedOrThere() {
      assertThat(text.find("")).isEmpty();
      assertThat(text.find("absent")).isEmpty();
    }

    @Test
    void doesNotOverlap() {
      assertThat(new JsonText("aaaaa").find("aa"))
          .containsExactly(new Match(0, 0, 2), new Match(0, 2, 4));
    }

    @Test
    void countsPiecesOfLongLinesAsLines() {
      assertThat(new JsonText("1".repeat(1_500) + "x").find("x"))
          .containsExactly(new Match(1, 1_500, 1_501));
      assertThat(new JsonText("1".repeat(999) + "xy" + "1".repeat(9)).find("xy"))
          .containsExactly(new Match(0, 999, 1_001));
    }

    @Test
    void stopsAtTheMost() {
      assertThat(new JsonText("a".repeat(JsonText.MOST_MATCHES + 5)).find("a"))
          .hasSize(JsonText.MOST_MATCHES);
    }

    @Test
    void keepsItsPlacesAndItsDisregardOfCaseBesideLettersThatChangeLengthWithTheirCase() {
      JsonText turkish = new JsonText("İİ Stage");

      assertThat(turkish.find("stage")).containsExactly(new Match(0, 3, 8));
      assertThat(turkish.find("Stage")).containsExactly(new Match(0, 3, 8));
      assertThat(turkish.find("İ")).hasSize(2);
    }
  }
}
