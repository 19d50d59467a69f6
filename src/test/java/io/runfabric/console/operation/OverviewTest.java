package io.runfabric.console.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryFacts;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.JournalFormat;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.operation.Overview.Attention.Severity;
import io.runfabric.console.operation.Overview.Attention.Subject;
import io.runfabric.console.operation.Overview.StageLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {

  private static Overview of(Entry... entries) {
    Overview.Builder builder = new Overview.Builder();
    for (Entry entry : entries) {
      var _ = builder.add(entry);
    }
    return builder.build(Map.of(), List.of(), List.of());
  }

  private static Overview of(List<Lock> locks) {
    return new Overview.Builder().build(Map.of(), locks, List.of());
  }

  private static Overview of(Journal journal) {
    return new Overview.Builder().build(Map.of(), List.of(), List.of(journal));
  }

  private static Entry record(String stage, String provider, String updatedAt, String lifecycle) {
    return new Entry(
        EntryKind.RECORD,
        "shop",
        stage,
        provider,
        Optional.empty(),
        updatedAt,
        new Health.Ok(),
        new DocumentRef("local", stage + "/" + provider),
        Revision.ofText(""),
        2,
        new EntryFacts("", "", lifecycle, 0),
        List.of());
  }

  private static Lock lock(String stage, State state) {
    return SampleLocks.file("shop", stage, state, "k");
  }

  private static Journal journal(String content) {
    return JournalFormat.read(
        content.getBytes(StandardCharsets.UTF_8),
        "shop-dev",
        new DocumentRef("local", "journal"),
        Revision.ofText(""));
  }

  @Test
  void everyStageIsALineWithWhatIsKnownOfIt() {
    Overview overview =
        of(
            record("prod", "gcp", "2026-02-01", ""),
            record("dev", "aws", "2026-01-02", ""),
            record("dev", "gcp", "2026-01-03", ""),
            record("dev", "aws", "2026-01-01", ""),
            SampleEntries.receipt("shop", "dev", new Health.Unreadable("empty")));

    assertThat(overview.receipts()).isEqualTo(1);
    assertThat(overview.records()).isEqualTo(4);
    assertThat(overview.unreadable()).isEqualTo(1);
    assertThat(overview.stages())
        .containsExactly(
            new StageLine("dev", List.of("aws", "gcp"), "2026-03-01T11:00:00Z", 4, 1, "", false),
            new StageLine("prod", List.of("gcp"), "2026-02-01", 1, 0, "", false));
    assertThat(overview.attention())
        .containsExactly(
            new Attention(
                Severity.CRITICAL,
                Subject.ENTRY,
                ".runfabric/dev.json",
                "this receipt does not load: empty"));
  }

  @Test
  void ofManyThatDoNotLoadTwentyAreNamedAndAllAreCounted() {
    Entry[] entries = new Entry[25];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = SampleEntries.receipt("shop", "s" + i, new Health.Unreadable("empty"));
    }

    assertThat(of(entries).unreadable()).isEqualTo(25);
    assertThat(of(entries).attention()).hasSize(20);
  }

  @Test
  void whatIsNotDoneAsksForAttentionTheMostPressingFirst() {
    assertThat(
            of(
                    record("dev", "aws", "", "in_progress"),
                    record("dev", "gcp", "", "failed"),
                    record("dev", "x", "", "applied"),
                    SampleEntries.receipt("shop", "dev", new Health.Unreadable("empty")))
                .attention())
        .extracting(Attention::severity, Attention::message)
        .containsExactly(
            tuple(Severity.CRITICAL, "this receipt does not load: empty"),
            tuple(Severity.WARNING, "the last deploy to gcp is recorded as failed"),
            tuple(Severity.INFO, "the last deploy to aws is recorded as in_progress"));
  }

  @ParameterizedTest
  @CsvSource({
    "HELD, HELD, held",
    "HELD, STALE, held",
    "STALE, HELD, held",
    "UNREADABLE, HELD, held",
    "HELD, UNREADABLE, held",
    "UNREADABLE, STALE, unreadable",
    "STALE, UNREADABLE, unreadable",
    "STALE, STALE, stale",
    "UNREADABLE, UNREADABLE, unreadable",
  })
  void theStrongestLockOfAStageIsTold(State first, State second, String strongest) {
    assertThat(of(List.of(lock("dev", first), lock("dev", second))).stages())
        .extracting(StageLine::lock)
        .containsExactly(strongest);
  }

  @Test
  void locksAreCountedAndJudged() {
    Lock dead =
        SampleLocks.of(
            "", "shop-dev", State.HELD, Source.FILE, "k", Optional.of(7L), Optional.of(false));
    Lock alive =
        SampleLocks.of(
            "shop", "a", State.HELD, Source.FILE, "k", Optional.of(7L), Optional.of(true));

    Overview overview =
        of(List.of(dead, alive, lock("b", State.STALE), lock("c", State.UNREADABLE)));

    assertThat(overview.locksHeld()).isEqualTo(2);
    assertThat(overview.locksStale()).isEqualTo(1);
    assertThat(overview.locksUnreadable()).isEqualTo(1);
    assertThat(overview.attention())
        .containsExactly(
            new Attention(
                Severity.CRITICAL,
                Subject.LOCK,
                "shop/c",
                "the lock does not load and blocks every deploy: as it was found"),
            new Attention(
                Severity.WARNING,
                Subject.LOCK,
                "shop-dev",
                "held by pid:7, which does not run on this machine"),
            new Attention(
                Severity.WARNING,
                Subject.LOCK,
                "shop/b",
                "the lease of ada has ended and the lock is still there"));
  }

  @Test
  void aJournalThatDoesNotLoadIsCritical() {
    Overview overview = of(journal("{"));

    assertThat(overview.journalsUnreadable()).isEqualTo(1);
    assertThat(overview.journalsInterrupted()).isZero();
    assertThat(overview.attention())
        .extracting(Attention::severity, Attention::kind, Attention::subject)
        .containsExactly(tuple(Severity.CRITICAL, Subject.JOURNAL, "journal"));
  }

  @Test
  void anInterruptedDeployIsCriticalAndMarksItsStage() {
    Journal deploy =
        journal(
                "{\"service\": \"shop\", \"stage\": \"dev\", \"operation\": \"deploy\","
                    + " \"status\": \"active\"}")
            .withInterrupted(true);
    Journal untold =
        journal("{\"service\": \"shop\", \"stage\": \"dev\", \"status\": \"active\"}")
            .withInterrupted(true);

    assertThat(of(deploy).journalsInterrupted()).isEqualTo(1);
    assertThat(of(deploy).stages()).extracting(StageLine::interrupted).containsExactly(true);
    assertThat(of(deploy).attention())
        .containsExactly(
            new Attention(
                Severity.CRITICAL,
                Subject.JOURNAL,
                "shop/dev",
                "a deploy was interrupted: its journal is active and no deploy holds the lock"));
    assertThat(of(untold).attention().getFirst().message()).startsWith("a run was interrupted");
    assertThat(of(deploy.withInterrupted(false)).attention()).isEmpty();
  }
}
