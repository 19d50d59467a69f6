package io.runfabric.console.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.shell.palette.Choice.Kind;
import io.runfabric.console.ui.style.Icons;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyTest {

  @Test
  void lettersInTheirOrderMatchAndAreMarked() {
    assertThat(marked("rom", "Read-only mode")).isEqualTo("[R]ead-[o]nly [m]ode");
    assertThat(marked("jour", "Journals")).isEqualTo("[Jour]nals");
  }

  @Test
  void lettersInAnotherOrderOrMissingDoNotMatch() {
    assertThat(best("mor", "Read-only mode")).isEmpty();
    assertThat(best("readx", "Read-only mode")).isEmpty();
  }

  @Test
  void wordsMayBeInAnyOrderAndEachMustMatch() {
    assertThat(marked("mode read", "Read-only mode")).isEqualTo("[Read]-only [mode]");
    assertThat(best("mode write", "Read-only mode")).isEmpty();
  }

  @Test
  void theStartOfAWordIsBetterThanItsMiddleAndThatBetterThanScatteredLetters() {
    assertThat(best("lock", "Block list", "Clock", "Lock screen", "Lo c k"))
        .containsExactly("Lock screen", "Clock", "Block list", "Lo c k");
  }

  @Test
  void lettersFarApartAreACoincidence() {
    assertThat(best("expt", "e-something-x-something-p-something-t")).hasSize(1);
    assertThat(best("abcdefghij", "a1b1c1d1e1f1g1h1i1j1")).isEmpty();
  }

  @Test
  void theKindAndWhatStandsBesideAreSearchedAsTheyAre() {
    List<Fuzzy> all =
        List.of(
            new Fuzzy(choice(Kind.LOCK, "prod", "checkout-api · held")),
            new Fuzzy(choice(Kind.RECEIPT, "prod", "checkout-api")));

    assertThat(PaletteModel.matches(all, "lock prod", List.of()))
        .singleElement()
        .satisfies(match -> assertThat(match.choice().kind()).isEqualTo(Kind.LOCK));
    assertThat(PaletteModel.matches(all, "held", List.of()))
        .singleElement()
        .satisfies(match -> assertThat(match.inAside().cardinality()).isEqualTo(4));
  }

  @Test
  void lettersThatChangeLengthWithTheirCaseKeepTheirPlaces() {
    assertThat(marked("bul", "İstanbul")).isEqualTo("İstan[bul]");
  }

  private static List<String> best(String query, String... titles) {
    List<Fuzzy> all =
        Arrays.stream(titles).map(title -> new Fuzzy(choice(Kind.ACTION, title, ""))).toList();
    return PaletteModel.matches(all, query, List.of()).stream()
        .map(match -> match.choice().title())
        .toList();
  }

  private static String marked(String query, String title) {
    BitSet letters =
        new Fuzzy(choice(Kind.ACTION, title, "")).match(Fuzzy.words(query)).orElseThrow().inTitle();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= title.length(); i++) {
      boolean before = i > 0 && letters.get(i - 1);
      boolean now = i < title.length() && letters.get(i);
      text.append(before && !now ? "]" : "").append(now && !before ? "[" : "");
      if (i < title.length()) {
        text.append(title.charAt(i));
      }
    }
    return text.toString();
  }

  private static Choice choice(Kind kind, String title, String aside) {
    return new Choice(kind, title, title, aside, Icons.SEARCH, "", () -> {});
  }
}
