package io.runfabric.console.operation.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRowTest {

  @ParameterizedTest
  @CsvSource({
    "a b c, a b c, '  a|  b|  c'",
    "a b c, a x c, '  a|- b|+ x|  c'",
    "a b c d, a x y d, '  a|- b|- c|+ x|+ y|  d'",
    "a b c, a c, '  a|- b|  c'",
    "a c, a b c, '  a|+ b|  c'",
    "a, b c, '- a|+ b|+ c'",
    "a b, c, '- a|- b|+ c'",
    "a b c d e, x b c d y, '- a|+ x|  b|  c|  d|- e|+ y'",
  })
  void unifiedTellsWhatIsGoneBeforeWhatIsNew(String left, String right, String unified) {
    assertThat(String.join("|", unified(lines(left), lines(right), false))).isEqualTo(unified);
  }

  @Test
  void whatIsTheSameIsLeftOutButForThreeLinesAround() {
    List<String> left = numbered(1, 20);
    List<String> right =
        left.stream().map(line -> line.equals("9") ? "nine" : line).collect(Collectors.toList());

    assertThat(unified(left, right, true))
        .containsExactly(
            "  … 5 equal lines",
            "  6",
            "  7",
            "  8",
            "- 9",
            "+ nine",
            "  10",
            "  11",
            "  12",
            "  … 8 equal lines");
    assertThat(unified(left, right, false)).hasSize(21);
  }

  @Test
  void oneLineBetweenIsAGapOfOne() {
    List<String> left = numbered(1, 9);
    List<String> right =
        left.stream()
            .map(line -> line.equals("1") || line.equals("9") ? line + "!" : line)
            .collect(Collectors.toList());

    assertThat(unified(left, right, true))
        .containsExactly(
            "- 1",
            "+ 1!",
            "  2",
            "  3",
            "  4",
            "  … 1 equal line",
            "  6",
            "  7",
            "  8",
            "- 9",
            "+ 9!");
  }

  @Test
  void equalTextsAreOneGap() {
    assertThat(unified(numbered(1, 5), numbered(1, 5), true)).containsExactly("  … 5 equal lines");
    assertThat(unified(List.of(), List.of(), true)).isEmpty();
  }

  private static List<String> unified(List<String> left, List<String> right, boolean changedOnly) {
    return TextRow.unified(TextRow.of(LinePair.between(left, right), changedOnly));
  }

  private static List<String> lines(String words) {
    return Arrays.asList(words.split(" ", -1));
  }

  private static List<String> numbered(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
