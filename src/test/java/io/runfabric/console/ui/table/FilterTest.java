package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilterTest {

  private static final List<String> IDS = List.of("stage", "provider", "key");

  @Nested
  class Words {

    @Test
    void matchAnywhereInTheRowWithoutRegardToCase() {
      assertThat(passes("LAMB", "prod", "aws-Lambda", "k")).isTrue();
      assertThat(passes("lambs", "prod", "aws-lambda", "k")).isFalse();
    }

    @Test
    void mustAllMatchInAnyOrderAndInAnyColumn() {
      assertThat(passes("lambda prod", "prod", "aws-lambda", "k")).isTrue();
      assertThat(passes("lambda dev", "prod", "aws-lambda", "k")).isFalse();
    }

    @Test
    void doNotMatchAcrossColumns() {
      assertThat(passes("proda", "prod", "aws", "k")).isFalse();
      assertThat(passes("\"prod aws\"", "prod", "aws", "k")).isFalse();
    }

    @Test
    void inQuotesKeepTheirSpaces() {
      assertThat(passes("\"pre prod\"", "pre prod", "aws", "k")).isTrue();
      assertThat(passes("\"pre prod\"", "prod", "pre", "k")).isFalse();
      assertThat(passes("pre\" \"prod", "pre prod", "", "")).isTrue();
    }

    @Test
    void withAColonThatIsNoColumnsAreText() {
      assertThat(passes("local:.runfabric/dev.json", "dev", "aws", "local:.runfabric/dev.json"))
          .isTrue();
      assertThat(passes("http://x", "dev", "aws", "dev")).isFalse();
      assertThat(passes("a=b", "dev", "aws", "x a=b")).isTrue();
    }

    @Test
    void inQuotesNameNoColumn() {
      assertThat(passes("\"stage:prod\"", "prod", "aws", "k")).isFalse();
      assertThat(passes("\"stage:prod\"", "dev", "aws", "stage:prod")).isTrue();
    }
  }

  @Nested
  class Columns {

    @Test
    void areSearchedAlone() {
      assertThat(passes("stage:prod", "preprod", "aws", "k")).isTrue();
      assertThat(passes("stage:prod", "dev", "prod", "prod")).isFalse();
      assertThat(passes("key:prod", "dev", "aws", "a/prod.json")).isTrue();
    }

    @Test
    void areNamedInAnyCase() {
      assertThat(passes("Stage:PROD", "prod", "aws", "k")).isTrue();
    }

    @Test
    void matchAsAWholeAfterAnEqualsSign() {
      assertThat(passes("stage=prod", "prod", "aws", "k")).isTrue();
      assertThat(passes("stage=prod", "preprod", "aws", "k")).isFalse();
      assertThat(passes("stage=prod", "prod2", "aws", "k")).isFalse();
      assertThat(passes("provider=prod", "prod", "aws", "k")).isFalse();
    }

    @Test
    void canBeAskedForEmptiness() {
      assertThat(passes("provider=", "prod", "", "k")).isTrue();
      assertThat(passes("provider=", "prod", "aws", "k")).isFalse();
      assertThat(passes("provider=\"\"", "prod", "", "k")).isTrue();
    }

    @Test
    void takeQuotedValuesAndValuesWithColons() {
      assertThat(passes("stage=\"pre prod\"", "pre prod", "aws", "k")).isTrue();
      assertThat(passes("key:a:b=c", "dev", "aws", "xa:b=c")).isTrue();
    }

    @Test
    void withoutAValueYetLetEverythingThrough() {
      assertThat(filter("stage:").isEmpty()).isTrue();
      assertThat(passes("stage: aws", "prod", "aws", "k")).isTrue();
    }
  }

  @Nested
  class Nothing {

    @Test
    void isWhatSpacesAndEmptyQuotesSay() {
      assertThat(filter("")).isSameAs(Filter.NONE);
      assertThat(filter("  \t ")).isSameAs(Filter.NONE);
      assertThat(filter("\"\"")).isSameAs(Filter.NONE);
    }

    @Test
    void letsEverythingThrough() {
      assertThat(Filter.NONE.matches(row("", "", ""))).isTrue();
      assertThat(Filter.NONE.isEmpty()).isTrue();
      assertThat(filter("x").isEmpty()).isFalse();
    }
  }

  @Nested
  class Narrowing {

    @Test
    void isTypingOn() {
      assertThat(filter("prod").narrows(filter("pro"))).isTrue();
      assertThat(filter("prod aws").narrows(filter("prod"))).isTrue();
      assertThat(filter("stage:prod").narrows(filter("prod"))).isTrue();
      assertThat(filter("stage=prod").narrows(filter("stage:pro"))).isTrue();
      assertThat(filter("x").narrows(Filter.NONE)).isTrue();
    }

    @Test
    void isNotTypingSomethingElse() {
      assertThat(filter("pro").narrows(filter("prod"))).isFalse();
      assertThat(filter("prod").narrows(filter("prod aws"))).isFalse();
      assertThat(filter("prod").narrows(filter("stage:prod"))).isFalse();
      assertThat(filter("key:prod").narrows(filter("stage:prod"))).isFalse();
      assertThat(filter("stage=prod").narrows(filter("stage=pro"))).isFalse();
      assertThat(filter("stage:prod").narrows(filter("stage=prod"))).isFalse();
      assertThat(Filter.NONE.narrows(filter("x"))).isFalse();
    }

    @Test
    void neverMissesARowHoweverOneTypes() {
      Random random = new Random(20260301);
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        rows.add(row(text(random), text(random), text(random)));
      }
      List<String> pieces = List.of("a", "b", "a", "b", " ", "\"", "stage:", "stage=", "key:", ":");
      int narrowed = 0;
      for (int run = 0; run < 300; run++) {
        String typed = "";
        Filter applied = Filter.NONE;
        List<String> matching = rows;
        for (int key = 0; key < 12; key++) {
          typed =
              random.nextInt(5) == 0 && !typed.isEmpty()
                  ? typed.substring(0, random.nextInt(typed.length()))
                  : typed + pieces.get(random.nextInt(pieces.size()));
          Filter next = filter(typed);
          boolean narrows = next.narrows(applied);
          matching = (narrows ? matching : rows).stream().filter(next::matches).toList();
          narrowed += narrows && !applied.isEmpty() ? 1 : 0;
          applied = next;

          assertThat(matching).as(typed).isEqualTo(rows.stream().filter(next::matches).toList());
        }
      }
      assertThat(narrowed).as("steps that narrowed").isGreaterThan(500);
    }

    private String text(Random random) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(5); length > 0; length--) {
        text.append("aabb :".charAt(random.nextInt(6)));
      }
      return text.toString();
    }
  }

  private static boolean passes(String typed, String... texts) {
    return filter(typed).matches(row(texts));
  }

  private static Filter filter(String typed) {
    return Filter.parse(typed, IDS);
  }

  private static String row(String... texts) {
    List<Column<String[]>> columns = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      int column = i;
      columns.add(Column.of(IDS.get(i), IDS.get(i), CellKind.TEXT, 10, row -> row[column]));
    }
    return SearchText.of(texts, columns);
  }
}
