package io.runfabric.console.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilterTest {

  private static final List<String> IDS = List.of("stage", "provider", "key");
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

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
  class Ages {

    @Test
    void areCountedBackFromNow() {
      assertThat(at("age>30d", "2026-03-01T11:59:59Z")).isTrue();
      assertThat(at("age>30d", "2026-03-01T12:00:00Z")).isFalse();
      assertThat(at("age>=30d", "2026-03-01T12:00:00Z")).isTrue();
      assertThat(at("age<30d", "2026-03-01T12:00:00Z")).isFalse();
      assertThat(at("age<30d", "2026-03-01T12:00:01Z")).isTrue();
      assertThat(at("age<=30d", "2026-03-01T12:00:00Z")).isTrue();
    }

    @Test
    void haveUnitsAndAreDaysWithoutOne() {
      assertThat(at("age<15min", "2026-03-31T11:46:00Z")).isTrue();
      assertThat(at("age<14min", "2026-03-31T11:46:00Z")).isFalse();
      assertThat(at("age>=3h", "2026-03-31T09:00:00Z")).isTrue();
      assertThat(at("age>1w", "2026-03-24T12:00:00Z")).isFalse();
      assertThat(at("age>1w", "2026-03-24T11:00:00Z")).isTrue();
      assertThat(at("age>1y", "2025-03-31T11:00:00Z")).isTrue();
      assertThat(at("age>30", "2026-02-27T12:00:00Z")).isTrue();
      assertThat(at("age<999999y", "0001-01-01T00:00:00Z")).isTrue();
    }

    @Test
    void leaveOutWhatHasNoTimeWhichCanBeAskedFor() {
      assertThat(at("age>1d", "")).isFalse();
      assertThat(at("age<1d", "yesterday")).isFalse();
      assertThat(at("age=unknown", "")).isTrue();
      assertThat(at("age=unknown", "yesterday")).isTrue();
      assertThat(at("age=unknown", "2026-03-01T12:00:00Z")).isFalse();
    }

    @Test
    void compareTimesOfEveryZoneAndPrecision() {
      assertThat(at("age<1h", "2026-03-31T13:30:00+02:00")).isTrue();
      assertThat(at("age<1h", "2026-03-31T13:30:00-02:00")).isTrue();
      assertThat(at("age<1h", "2026-03-31T11:30:00+02:00")).isFalse();
      assertThat(at("age<1h", "2026-03-31T11:30:00.123Z")).isTrue();
    }

    @Test
    void thatAreNotUnderstoodAreText() {
      assertThat(at("age>soon", "2026-03-01T12:00:00Z")).isFalse();
      assertThat(passes("age>1d", "age>1d", "", "")).isTrue();
      assertThat(at("age>", "2026-03-01T12:00:00Z")).isTrue();
    }
  }

  @Nested
  class Times {

    @Test
    void compareWithADayAMonthAYearAndASecond() {
      assertThat(at("updated>=2026-03-01", "2026-03-01T00:00:00Z")).isTrue();
      assertThat(at("updated>2026-03-01", "2026-03-01T23:59:59Z")).isFalse();
      assertThat(at("updated>2026-03-01", "2026-03-02T00:00:00Z")).isTrue();
      assertThat(at("updated<=2026-03-01", "2026-03-01T23:59:59.999Z")).isTrue();
      assertThat(at("updated<2026-03-01", "2026-03-01T00:00:00Z")).isFalse();
      assertThat(at("updated<=2026-02", "2026-02-28T23:59:59Z")).isTrue();
      assertThat(at("updated<=2026-02", "2026-03-01T00:00:00Z")).isFalse();
      assertThat(at("updated>2025", "2026-01-01T00:00:00Z")).isTrue();
      assertThat(at("updated>2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z")).isTrue();
      assertThat(at("updated>2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z")).isFalse();
    }

    @Test
    void aDayIsWhatLiesBetween() {
      String day = "updated>=2026-03-01 updated<=2026-03-01";
      assertThat(at(day, "2026-03-01T07:00:00Z")).isTrue();
      assertThat(at(day, "2026-02-28T23:59:59Z")).isFalse();
      assertThat(at(day, "2026-03-02T00:00:00Z")).isFalse();
      assertThat(at(day, "2026-03-02T01:00:00+02:00")).isTrue();
    }

    @Test
    void thereAreNoneOfAreText() {
      assertThat(at("updated>2026-13", "2026-12-01T00:00:00Z")).isFalse();
      assertThat(passes("stage>2026", "dev", "aws", "stage>2026")).isTrue();
      assertThat(at("updated:2026-03", "2026-03-01T00:00:00Z")).isTrue();
    }

    @Test
    void thatNamedColumnsTakeExactValues() {
      assertThat(Filter.exactly("stage", "prod")).isEqualTo("stage=prod");
      assertThat(passes(Filter.exactly("stage", "pre prod"), "pre prod", "", "")).isTrue();
      assertThat(passes(Filter.exactly("provider", ""), "dev", "", "")).isTrue();
      assertThat(passes(Filter.exactly("provider", ""), "dev", "aws", "")).isFalse();
    }
  }

  private static boolean at(String typed, String updated) {
    List<Column<String>> columns =
        List.of(
            Column.of("stage", "Stage", CellKind.TEXT, 10, _ -> "dev"),
            Column.time("updated", "Updated", 10, row -> row));
    return Filter.parse(typed, FilterFields.of(columns), NOW)
        .matches(SearchText.of(updated, columns));
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
    return Filter.parse(typed, new FilterFields(IDS, List.of()), NOW);
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
