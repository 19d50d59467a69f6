package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  private static final List<Column<Fruit>> COLUMNS = List.of(Fruit.NAME, Fruit.PLACE, Fruit.WEIGHT);

  @Test
  void holdsEveryColumnInLowerCase() {
    assertThat(SearchText.of(new Fruit(1, "Quince", "Orchard", "", 250), COLUMNS))
        .isEqualTo("quince\norchard\n250\n");
  }

  @Test
  void findsEachColumnsTextAgain() {
    String text = SearchText.of(new Fruit(1, "Quince", "", "", 250), COLUMNS);

    assertThat(column(text, 0)).isEqualTo("quince");
    assertThat(column(text, 1)).isEmpty();
    assertThat(column(text, 2)).isEqualTo("250");
  }

  @Test
  void keepsAValueOfSeveralLinesWithinItsColumn() {
    String text = SearchText.of(Fruit.at(1, "Two\nlines", "shelf"), COLUMNS);

    assertThat(column(text, 0)).isEqualTo("two lines");
    assertThat(column(text, 1)).isEqualTo("shelf");
  }

  private static String column(String text, int column) {
    int start = SearchText.start(text, column);
    return text.substring(start, SearchText.end(text, start));
  }
}
