package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.config.DriftIgnores.Ignored;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DriftIgnoreEditorTest {

  private static final Path FILE = Path.of("drift-ignore.yml");
  private static final Ignored NEW =
      new Ignored("3f2a90c1d4e5", "until the move", LocalDate.of(2027, 1, 31));
  private static final String LISTED =
      """
      # Agreed on Mondays.
      ignore:
        # the old region
        - id: aaaaaaaaaaaa   # cart
          until: "2026-12-31"
          reason: >
            it is switched off
            in January
        - {id: 3f2a90c1d4e5, reason: 'as it was', until: 2026-05-01}
      # The end.
      owner: shop
      """;

  @Test
  void aListIsBegunWhereThereIsNone() throws Exception {
    String begun =
        """
        ignore:
          - id: 3f2a90c1d4e5
            reason: 'until the move'
            until: 2027-01-31
        """;
    assertThat(with("")).isEqualTo(begun);
    assertThat(with("# Agreed on Mondays.")).isEqualTo("# Agreed on Mondays.\n" + begun);
    assertThat(with("owner: shop\n")).isEqualTo("owner: shop\n" + begun);
    assertThat(with("ignore: [] # nothing\n"))
        .isEqualTo(begun.replace("ignore:", "ignore: # nothing"));
    assertThat(with("ignore:\n")).isEqualTo(begun);
  }

  @Test
  void oneMoreFollowsTheLastAtItsIndentation() throws Exception {
    assertThat(
            with(
                "ignore:\r\n- id: aaaaaaaaaaaa\r\n  reason: x\r\n  until: 2026-12-31 # day\r\n"
                    + "# The end.\r\n"))
        .isEqualTo(
            "ignore:\r\n- id: aaaaaaaaaaaa\r\n  reason: x\r\n  until: 2026-12-31 # day\r\n"
                + "- id: 3f2a90c1d4e5\r\n  reason: 'until the move'\r\n  until: 2027-01-31\r\n"
                + "# The end.\r\n");
  }

  @Test
  void oneThatIsListedGetsTheReasonAndTheDateWhereItStands() throws Exception {
    assertThat(with(LISTED))
        .isEqualTo(
            LISTED.replace("'as it was'", "'until the move'").replace("2026-05-01", "2027-01-31"));
    assertThat(
            DriftIgnoreEditor.with(
                FILE, LISTED, new Ignored("aaaaaaaaaaaa", "soon", LocalDate.of(2027, 2, 1))))
        .isEqualTo(
            LISTED
                .replace(">\n      it is switched off\n      in January", "soon")
                .replace("2026-12-31", "2027-02-01"));
  }

  @Test
  void whatIsTakenOffGoesAndTheRestStays() throws Exception {
    assertThat(without(LISTED, "3f2a90c1d4e5")).isEqualTo(LISTED.replaceAll("  - \\{.*\n", ""));
    assertThat(without(LISTED, "aaaaaaaaaaaa"))
        .startsWith("# Agreed on Mondays.\nignore:\n  # the old region\n  - {id: 3f2a90c1d4e5")
        .endsWith("# The end.\nowner: shop\n");
    assertThat(without(LISTED, "bbbbbbbbbbbb")).isEqualTo(LISTED);
  }

  @Test
  void theLastOneLeavesAnEmptyListThatMayGrowAgain() throws Exception {
    String empty = without(with("# Mine.\n"), NEW.id());

    assertThat(empty).isEqualTo("# Mine.\nignore: []\n");
    assertThat(DriftIgnores.of(FILE, with(empty))).containsExactly(NEW);
  }

  @Test
  void aReasonStaysTheTextItIs() throws Exception {
    for (String reason : new String[] {"yes", "# no", "a: b", "it's \"so\"", "- x", "ü\u2028 😀"}) {
      Ignored wanted = new Ignored("000000000012", reason, NEW.until());

      assertThat(DriftIgnores.of(FILE, DriftIgnoreEditor.with(FILE, LISTED, wanted)))
          .contains(wanted);
    }
  }

  @Test
  void whatCannotBeEditedSafelyIsRefused() {
    assertThatThrownBy(() -> with("ignore: [{id: aaaaaaaaaaaa, reason: x, until: 2026-12-31}]\n"))
        .isInstanceOf(UneditableException.class)
        .hasMessageContaining("brackets");
    assertThatThrownBy(() ->
            with("was: &r old\nignore:\n  - {id: 3f2a90c1d4e5, reason: *r, until: 2026-12-31}\n"))
        .isInstanceOf(UneditableException.class);
    assertThatThrownBy(() -> with("ignore: soon\n")).isInstanceOf(InvalidProjectException.class);
  }

  private static String with(String text) throws Exception {
    return DriftIgnoreEditor.with(FILE, text, NEW);
  }

  private static String without(String text, String id) throws Exception {
    return DriftIgnoreEditor.without(FILE, text, id);
  }
}
