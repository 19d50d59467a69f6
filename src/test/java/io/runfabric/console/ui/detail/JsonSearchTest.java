package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.detail.JsonText.Match;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonSearchTest {

  private final JsonSearch search = new JsonSearch();

  @BeforeEach
  void document() {
    search.in(new JsonText("one two\none\none"));
  }

  @Test
  void startsAtTheFirstOccurrence() {
    search.find("ONE");

    assertThat(search.result().currentMatch()).contains(new Match(0, 0, 3));
    assertThat(search.result().words("ONE")).isEqualTo("1 of 3");
  }

  @Test
  void goesAroundBothWays() {
    search.find("one");
    search.next();
    search.next();
    assertThat(search.result().words("one")).isEqualTo("3 of 3");

    search.next();
    assertThat(search.result().current()).isZero();
    search.previous();

    assertThat(search.result().current()).isEqualTo(2);
  }

  @Test
  void saysWhenThereIsNoMatchAndNothingWhenNothingIsSearched() {
    search.find("three");
    assertThat(search.result().currentMatch()).isEmpty();
    assertThat(search.result().words("three")).isEqualTo("No match");
    search.next();
    assertThat(search.result().current()).isNegative();

    search.find("");

    assertThat(search.result().words("")).isEmpty();
  }

  @Test
  void goesOnInAnotherDocument() {
    search.find("two");

    search.in(new JsonText("\n two two"));

    assertThat(search.result().matches()).containsExactly(new Match(1, 2, 5), new Match(1, 6, 9));
    assertThat(search.result().current()).isZero();
  }

  @Test
  void saysWhenThereMayBeMore() {
    search.in(new JsonText("a".repeat(JsonText.MOST_MATCHES + 1)));
    search.find("a");

    assertThat(search.result().words("a")).isEqualTo("1 of 10000+");
  }
}
