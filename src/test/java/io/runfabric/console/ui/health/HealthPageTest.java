package io.runfabric.console.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.operation.doctor.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthPageTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Narrowing ALL = new Narrowing.All();

  @Nested
  class Headlines {

    @Test
    void nothingIsCalledGoodThatWasNotLookedAt() {
      assertThat(headline(finding(Severity.OK), finding(Severity.INFO)))
          .isEqualTo(HealthPage.Headline.GOOD);
      assertThat(headline(finding(Severity.OK), finding(Severity.NOT_CHECKED)))
          .isEqualTo(HealthPage.Headline.NOT_ALL_CHECKED);
      assertThat(headline(finding(Severity.NOT_CHECKED), finding(Severity.WARNING)))
          .isEqualTo(HealthPage.Headline.WORKS);
      assertThat(headline(finding(Severity.WARNING), finding(Severity.CRITICAL)))
          .isEqualTo(HealthPage.Headline.WRONG);
    }

    @Test
    void whileItIsLookedNothingIsConcluded() {
      assertThat(page(running(), ALL).headline()).isEqualTo(HealthPage.Headline.RUNNING);
    }

    @Test
    void whatWasStoppedIsOnlyCalledWrongWhenItIs() {
      assertThat(page(ended(false, finding(Severity.OK)), ALL).headline())
          .isEqualTo(HealthPage.Headline.STOPPED);
      assertThat(page(ended(false, finding(Severity.WARNING)), ALL).headline())
          .isEqualTo(HealthPage.Headline.STOPPED);
      assertThat(page(ended(false, finding(Severity.CRITICAL)), ALL).headline())
          .isEqualTo(HealthPage.Headline.WRONG);
    }

    @Test
    void theDetailSaysWhenAndHowItWasLooked() {
      Instant later = NOON.plusSeconds(130);

      assertThat(page(ended(true), ALL).detail(later))
          .isEqualTo("Checked 2 min ago in 1.3 s, with a trial write");
      assertThat(page(ended(false), ALL).detail(NOON))
          .isEqualTo("Ended just now after 1.3 s, with a trial write");
      assertThat(page(running(), ALL).detail(NOON)).isEqualTo("Looking at receipts in s3://state/");
    }
  }

  @Nested
  class Sections {

    @Test
    void standWorstFirstAndSoDoTheirRows() {
      HealthPage page =
          page(
              ended(
                  true,
                  at("receipts", Severity.OK, Area.CLOCK, "clock"),
                  at("receipts", Severity.OK, Area.CONNECTION, "reached"),
                  at("state", Severity.CRITICAL, Area.STATE, "entries"),
                  at("receipts", Severity.WARNING, Area.AT_REST, "encryption")),
              ALL);

      assertThat(page.sections()).extracting(Section::title).containsExactly("State", "Receipts");
      assertThat(page.sections().getLast().rows())
          .extracting(Row::subjects)
          .containsExactly(List.of("encryption"), List.of("reached", "clock"));
      assertThat(page.sections().getLast().counts().toString()).isEqualTo("{WARNING=1, OK=2}");
    }

    @Test
    void standInTheOrderOfTheirPlacesWhileMoreMayCome() {
      Examination running =
          new Examination.Running(
              false,
              new Diagnosis(
                  Optional.empty(),
                  List.of(
                      at("receipts", Severity.OK, Area.CLOCK, "clock"),
                      at("state", Severity.CRITICAL, Area.STATE, "entries"))),
              "state",
              false);

      assertThat(page(running, ALL).sections())
          .extracting(Section::title)
          .containsExactly("Receipts", "State");
    }

    @Test
    void saySomethingOnceThatHoldsForSeveralSubjects() {
      HealthPage page =
          page(
              ended(
                  true,
                  at("receipts", Severity.NOT_CHECKED, Area.PERMISSIONS, "read"),
                  at("receipts", Severity.NOT_CHECKED, Area.PERMISSIONS, "write"),
                  at("receipts", Severity.NOT_CHECKED, Area.CONDITIONAL_WRITES, "conditions")),
              ALL);

      Row row = page.sections().getFirst().rows().getFirst();
      assertThat(row.subjects()).containsExactly("read", "write", "conditions");
      assertThat(row.areaTitles()).isEqualTo("permissions, conditional writes");
      assertThat(row.inWords())
          .isEqualTo("not checked: read, write, conditions: Seen. To mend it: Mend it");
      assertThat(page.shown()).isEqualTo(3);
    }

    @Test
    void areNarrowedToProblemsOrToOneSeverity() {
      Examination all =
          ended(
              true, Arrays.stream(Severity.values()).map(s -> finding(s)).toArray(Finding[]::new));

      assertThat(severities(page(all, new Narrowing.Problems())))
          .containsExactly(Severity.CRITICAL, Severity.WARNING, Severity.NOT_CHECKED);
      HealthPage warnings = page(all, new Narrowing.Only(Severity.WARNING));
      assertThat(severities(warnings)).containsExactly(Severity.WARNING);
      assertThat(warnings.shown()).isEqualTo(1);
      assertThat(warnings.total()).isEqualTo(5);
      assertThat(warnings.tiles())
          .filteredOn(HealthPage.Tile::chosen)
          .extracting(HealthPage.Tile::severity)
          .containsExactly(Severity.WARNING);
    }

    @Test
    void showNoSecrets() {
      String secret = "postgres://app:canary@db/state";
      HealthPage page =
          page(
              ended(
                  true,
                  new Finding(Area.CONNECTION, Severity.CRITICAL, secret, secret, secret, secret)),
              ALL);

      assertThat(page.sections().toString()).contains("postgres://").doesNotContain("canary");
    }
  }

  private static List<Severity> severities(HealthPage page) {
    return page.sections().stream()
        .flatMap(section -> section.rows().stream())
        .map(Row::severity)
        .toList();
  }

  private static HealthPage.Headline headline(Finding... findings) {
    return page(ended(true, findings), ALL).headline();
  }

  private static HealthPage page(Examination examination, Narrowing narrowing) {
    return HealthPage.of(examination, narrowing);
  }

  private static Examination running() {
    return new Examination.Running(
        false,
        new Diagnosis(Optional.empty(), List.of(finding(Severity.CRITICAL))),
        "receipts in s3://state/",
        false);
  }

  private static Examination ended(boolean whole, Finding... findings) {
    return new Examination.Ended(
        true,
        new Diagnosis(Optional.empty(), List.of(findings)),
        NOON,
        Duration.ofMillis(1_300),
        whole);
  }

  private static Finding finding(Severity severity) {
    return at("receipts", severity, Area.STATE, "entries");
  }

  private static Finding at(String place, Severity severity, Area area, String subject) {
    return new Finding(
        area, severity, place, subject, "seen", severity == Severity.OK ? "" : "mend it");
  }
}
