package io.runfabric.console.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Entry;
import io.runfabric.console.ui.overview.Chart.Bar;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// At noon on Sunday, the first of March 2026.
class ChartsTest {

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Nested
  class Deploys {

    @Test
    void areCountedByDayUpToToday() throws Exception {
      receipt("dev", "2026-03-01T00:00:00Z");
      receipt("qa", "2026-03-01T10:00:00Z");
      receipt("prod", "2026-02-16T23:59:59Z");
      receipt("old", "2026-02-15T23:59:59Z");

      Chart days = charts().days();

      assertThat(days.bars()).hasSize(14);
      assertThat(values(days))
          .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 2L);
      assertThat(days.note()).startsWith("3 of 4 entries deployed last in these 14 days.");
      assertThat(days.bars().getLast())
          .isEqualTo(
              new Bar(
                  "Mar 1",
                  "Sunday 1 March: 2 entries deployed last",
                  2,
                  Tone.ACCENT,
                  Place.RECEIPTS.filtered("updated>=2026-03-01 updated<=2026-03-01")));
    }

    @Test
    void areCountedByWeekFromMonday() throws Exception {
      receipt("dev", "2026-02-23T00:00:00Z");
      receipt("qa", "2026-03-01T23:59:59Z");
      receipt("prod", "2026-02-22T23:59:59Z");
      receipt("first", "2025-12-08T00:00:00Z");
      receipt("before", "2025-12-07T23:59:59Z");

      Chart weeks = charts().weeks();

      assertThat(values(weeks)).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
      assertThat(weeks.bars().getLast().spoken())
          .isEqualTo("week from Monday 23 February: 2 entries deployed last");
      assertThat(weeks.bars().getLast().place())
          .isEqualTo(Place.RECEIPTS.filtered("updated>=2026-02-23 updated<=2026-03-01"));
    }

    @Test
    void countTheDayInUtcWhateverTheZone() throws Exception {
      receipt("dev", "2026-03-01T00:30:00+02:00");

      assertThat(values(charts().days())).endsWith(1L, 0L);
    }
  }

  @Nested
  class Providers {

    @Test
    void comeWithTheMostEntriesFirstAndLeadToThem() throws Exception {
      receipt("dev", "gcp-functions", "2026-03-01T10:00:00Z");
      receipt("qa", "aws-lambda", "2026-03-01T10:00:00Z");
      receipt("prod", "aws-lambda", "2026-03-01T10:00:00Z");
      folder.file(".runfabric/broken.json", "{");

      assertThat(charts().providers().bars())
          .extracting(Bar::spoken)
          .containsExactly(
              "aws-lambda: 2 entries in 2 stages",
              "gcp-functions: 1 entry in 1 stage",
              "not known: 1 entry in 1 stage");
      assertThat(charts().providers().bars())
          .extracting(Bar::place)
          .containsExactly(
              Place.RECEIPTS.filtered("provider=aws-lambda"),
              Place.RECEIPTS.filtered("provider=gcp-functions"),
              Place.RECEIPTS.filtered("provider=\"\""));
    }

    @Test
    void areNoneWithoutEntries() throws Exception {
      assertThat(charts().providers().bars()).isEmpty();
      assertThat(charts().providers().largest()).isZero();
    }
  }

  @Nested
  class Ages {

    @Test
    void fallIntoTheStepTheyReach() throws Exception {
      receipt("now", "2026-03-01T12:00:00Z");
      receipt("ahead", "2026-03-01T13:00:00Z");
      receipt("day", "2026-02-28T12:00:00Z");
      receipt("almost-week", "2026-02-22T12:00:01Z");
      receipt("week", "2026-02-22T12:00:00Z");
      receipt("quarter", "2025-12-01T12:00:00Z");

      Chart ages = charts().ages();

      assertThat(values(ages)).containsExactly(2L, 2L, 1L, 0L, 1L);
      assertThat(ages.bars())
          .extracting(Bar::place)
          .containsExactly(
              Place.RECEIPTS.filtered("age<1d"),
              Place.RECEIPTS.filtered("age>=1d age<7d"),
              Place.RECEIPTS.filtered("age>=7d age<30d"),
              Place.RECEIPTS.filtered("age>=30d age<90d"),
              Place.RECEIPTS.filtered("age>=90d"));
    }

    @Test
    void ofEntriesWithoutATimeAreNotKnown() throws Exception {
      receipt("dev", "2026-03-01T12:00:00Z");
      folder.file(".runfabric/broken.json", "{");

      assertThat(charts().ages().bars().getLast())
          .returns("not known: 1 entry", Bar::spoken)
          .returns(Place.RECEIPTS.filtered("age=unknown"), Bar::place);
    }

    @Test
    void ofLocksWarnFromAnHourOn() throws Exception {
      folder.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));
      folder.file(
          ".runfabric/locks/shop-qa.lock.json",
          ProjectFolder.lock("qa", "2026-03-01T10:15:00Z").replace("T11:45", "T10:00"));

      Chart ages = charts().lockAges();

      assertThat(values(ages)).containsExactly(0L, 1L, 1L, 0L);
      assertThat(ages.bars())
          .extracting(Bar::tone)
          .containsExactly(Tone.ACCENT, Tone.ACCENT, Tone.WARNING, Tone.WARNING);
      assertThat(ages.bars().get(1).place()).isEqualTo(Place.LOCKS.filtered("age>=15min age<1h"));
    }

    @Test
    void ofNoLocksAreNoBars() throws Exception {
      assertThat(charts().lockAges().bars()).isEmpty();
    }
  }

  private void receipt(String stage, String updatedAt) throws IOException {
    folder.file(".runfabric/" + stage + ".json", ProjectFolder.receipt(stage, updatedAt));
  }

  private void receipt(String stage, String provider, String updatedAt) throws IOException {
    folder.file(
        ".runfabric/" + stage + ".json",
        ProjectFolder.receipt(stage, updatedAt).replace("aws-lambda", provider));
  }

  private Charts charts() throws Exception {
    List<Entry> entries = folder.entries();
    return Charts.of(entries, folder.locks(), ProjectFolder.NOW);
  }

  private static List<Long> values(Chart chart) {
    return chart.bars().stream().map(Bar::value).toList();
  }
}
