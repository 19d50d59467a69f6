package io.runfabric.console.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every kind of backend must do. A kind's test extends this class and opens its backend; what
/// a kind cannot keep is said by [#keepsAnyText()], never skipped.
public abstract class StateBackendContract {

  protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  protected static final long LIVE_PID = 41;

  @TempDir protected Path folder;
  protected StateBackend backend;

  /// Opens the backend of the project in [#folder].
  protected abstract StateBackend open(BackendOptions options) throws Exception;

  /// Whether the store keeps text that is no JSON; false for stores of JSON only.
  protected boolean keepsAnyText() {
    return true;
  }

  /// The entries that are stamped; the others lie in files, which are watched.
  protected Set<EntryKind> stampedEntries() {
    return EnumSet.allOf(EntryKind.class);
  }

  /// The entries whose locks are stamped.
  protected Set<EntryKind> stampedLocks() {
    return stampedEntries();
  }

  @BeforeEach
  void openBackend() throws Exception {
    backend =
        open(
            new BackendOptions(
                Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), pid -> pid == LIVE_PID));
  }

  @AfterEach
  void closeBackend() {
    backend.close();
  }

  @Nested
  class Locking {

    private static final Duration LEASE = Duration.ofMinutes(15);

    @ParameterizedTest
    @EnumSource
    void aLockIsSeenWhileItIsHeldAndGoneOnceItIsGivenBack(EntryKind kind) throws Exception {
      Lease lease = backend.lock(kind, request(), false);

      assertThat(backend.locks(Cancellation.never()))
          .isNotEmpty()
          .allSatisfy(lock -> {
            assertThat(lock.state()).isEqualTo(Lock.State.HELD);
            assertThat(lock.service()).isEqualTo("shop");
            assertThat(lock.stage()).isEqualTo("dev");
          });
      lease.check();
      lease.release();

      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHeldLockIsNeitherTakenNorStolenAndNothingOfTheAttemptStays(EntryKind kind)
        throws Exception {
      Lease first = backend.lock(kind, request(), false);
      int places = backend.locks(Cancellation.never()).size();

      for (boolean steal : new boolean[] {false, true}) {
        assertThatThrownBy(() -> backend.lock(kind, request(), steal))
            .isInstanceOfSatisfying(
                BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
      }

      assertThat(backend.locks(Cancellation.never())).hasSize(places);
      first.check();
      first.release();
    }

    @ParameterizedTest
    @EnumSource
    void aRenewalMovesTheEndInEveryPlace(EntryKind kind) throws Exception {
      Lease lease = backend.lock(kind, request(), false);
      List<String> ends =
          backend.locks(Cancellation.never()).stream().map(Lock::expiresAt).toList();

      try (StateBackend later = at(NOW.plusSeconds(60))) {
        // The lease dates by its own backend's clock; only the heartbeat is new here.
        lease.renew();
        assertThat(later.locks(Cancellation.never()))
            .extracting(Lock::expiresAt)
            .containsExactlyElementsOf(ends);
        assertThat(later.locks(Cancellation.never()))
            .allSatisfy(lock -> assertThat(lock.lastHeartbeatAt()).isNotEmpty());
      }
      lease.release();
    }

    @ParameterizedTest
    @EnumSource
    void aLockWhoseLeaseEndedIsStolenAndItsHolderNoticesBeforeItWrites(EntryKind kind)
        throws Exception {
      Lease old = backend.lock(kind, request(), false);

      try (StateBackend later = at(NOW.plus(LEASE).plusSeconds(1))) {
        assertThatThrownBy(() -> later.lock(kind, request(), false))
            .isInstanceOfSatisfying(
                BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
        Lease stolen = later.lock(kind, request(), true);

        stolen.check();
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(old::check, old::renew)) {
          assertThatThrownBy(attempt)
              .isInstanceOfSatisfying(
                  BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
        }
        old.release();
        stolen.check();
        stolen.release();
      }
      assertThat(backend.locks(Cancellation.never())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoWantALockOneHasItAtATime(EntryKind kind) throws Exception {
      int wanting = 8;
      int rounds = 5;
      AtomicInteger holders = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      AtomicInteger taken = new AtomicInteger();
      try (ExecutorService threads = Executors.newFixedThreadPool(wanting)) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < wanting; i++) {
          all.add(
              threads.submit(() -> {
                for (int round = 0; round < rounds; ) {
                  try {
                    Lease lease = backend.lock(kind, request(), false);
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    taken.incrementAndGet();
                    round++;
                    holders.decrementAndGet();
                    lease.release();
                  } catch (BackendException e) {
                    if (e.code() != Code.LOCKED) {
                      throw e;
                    }
                    Thread.sleep(1);
                  }
                }
                return null;
              }));
        }
        for (Future<?> one : all) {
          one.get();
        }
      }
      assertThat(taken.get()).isEqualTo(wanting * rounds);
      assertThat(most.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWriterWhoseLockWasTakenOverChangesNothing(EntryKind kind) throws Exception {
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));
      Revision stored = backend.write(dev, bytes(receipt("dev")), Precondition.ABSENT);
      DocumentRef qa = backend.locate(EntryAddress.receipt("qa"));
      Lease old = backend.lock(kind, request(), false);
      try (StateBackend later = at(NOW.plus(LEASE).plusSeconds(1))) {
        Lease stolen = later.lock(kind, request(), true);

        for (ThrowingCallable attempt :
            List.<ThrowingCallable>of(
                () -> backend.write(qa, bytes(receipt("qa")), Precondition.ABSENT, old),
                () ->
                    backend.write(
                        dev, bytes(receipt("other")), new Precondition.Matches(stored), old),
                () -> backend.delete(dev, stored, old))) {
          assertThatThrownBy(attempt)
              .isInstanceOfSatisfying(
                  BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
        }
        assertThat(backend.read(qa)).isEmpty();
        assertThat(backend.read(dev).orElseThrow().revision()).isEqualTo(stored);

        Revision next =
            later.write(dev, bytes(receipt("dev")), new Precondition.Matches(stored), stolen);
        later.delete(dev, next, stolen);
        stolen.release();
      }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoStealALockWhoseLeaseEndedOneHasIt(EntryKind kind) throws Exception {
      backend.lock(kind, request(), false);
      int stealing = 8;
      CountDownLatch start = new CountDownLatch(1);
      try (StateBackend later = at(NOW.plus(LEASE).plusSeconds(1));
          ExecutorService threads = Executors.newFixedThreadPool(stealing)) {
        List<Future<Optional<Lease>>> attempts = new ArrayList<>();
        for (int i = 0; i < stealing; i++) {
          attempts.add(
              threads.submit(() -> {
                start.await();
                try {
                  return Optional.of(later.lock(kind, request(), true));
                } catch (BackendException e) {
                  assertThat(e.code()).isEqualTo(Code.LOCKED);
                  return Optional.empty();
                }
              }));
        }
        start.countDown();
        List<Lease> winners = new ArrayList<>();
        for (Future<Optional<Lease>> attempt : attempts) {
          attempt.get().ifPresent(winners::add);
        }
        assertThat(winners).hasSize(1);
        winners.getFirst().check();
        winners.getFirst().release();
        assertThat(later.locks(Cancellation.never())).isEmpty();
      }
    }

    @Test
    void aLockOfAnEarlyEngineExcludesToo() throws Exception {
      put(".runfabric/locks/shop-dev.lock", "2026-03-01T11:50:00Z\n");

      for (boolean steal : new boolean[] {false, true}) {
        assertLocked(backend, steal);
      }
      assertThat(onlyLock().source()).isEqualTo(Lock.Source.LEGACY_FILE);
    }

    @Test
    void aLockOfAnEarlyEngineIsStolenOnceItsLeaseEnded() throws Exception {
      put(".runfabric/locks/shop-dev.lock", "2026-03-01T11:30:00Z\n");
      assertLocked(backend, false);

      Lease lease = backend.lock(EntryKind.RECEIPT, request(), true);

      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::source)
          .doesNotContain(Lock.Source.LEGACY_FILE);
      lease.release();
    }

    @Test
    void aWriterWhoMeetsTheChangeOfWhoTookItsLockIsToldOfTheLoss() throws Exception {
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));
      Revision before = backend.write(dev, bytes(receipt("dev")), Precondition.ABSENT);
      Lease old = backend.lock(EntryKind.RECEIPT, request(), false);
      try (StateBackend later = at(NOW.plus(LEASE).plusSeconds(1))) {
        Lease stolen = later.lock(EntryKind.RECEIPT, request(), true);
        later.write(dev, bytes(receipt("other")), new Precondition.Matches(before), stolen);

        for (ThrowingCallable attempt :
            List.<ThrowingCallable>of(
                () -> backend.write(dev, bytes(receipt("x")), Precondition.ABSENT, old),
                () ->
                    backend.write(dev, bytes(receipt("x")), new Precondition.Matches(before), old),
                () -> backend.delete(dev, before, old))) {
          assertThatThrownBy(attempt)
              .isInstanceOfSatisfying(
                  BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
        }
        stolen.release();
      }
    }

    private void assertLocked(StateBackend opened, boolean steal) {
      assertThatThrownBy(() -> opened.lock(EntryKind.RECEIPT, request(), steal))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LOCKED));
    }

    private LockRequest request() {
      return new LockRequest("shop", "dev", "aws-lambda", "restore", LEASE);
    }

    private StateBackend at(Instant moment) throws Exception {
      return open(
          new BackendOptions(
              Optional.empty(), Clock.fixed(moment, ZoneOffset.UTC), pid -> pid == LIVE_PID));
    }
  }

  /// A stamp tells every change, however the documents are dated.
  @Nested
  class Stamping {

    @Test
    void aStampStaysWhileNothingHappensAndReadingIsNothing() throws Exception {
      Revision empty = stamp();
      putReceipt("dev", receipt("dev"));
      Revision one = stamp();
      entries();
      backend.locks(Cancellation.never());

      assertThat(backend.stamped()).isEqualTo(!stampedEntries().isEmpty());
      assertThat(stamp()).isEqualTo(one);
      assertThat(empty.equals(one)).isEqualTo(!stampedEntries().contains(EntryKind.RECEIPT));
    }

    @Test
    void whatIsReadBearsTheStampThatIsToldAfterwards() throws Exception {
      putReceipt("dev", receipt("dev"));
      putReceipt("prod", receipt("prod"));
      List<String> read = new ArrayList<>();

      Optional<Revision> stamp =
          backend.stampedDocuments(
              document -> read.add(document.entry().stage()), Cancellation.never());

      assertThat(read).containsExactly("dev", "prod");
      assertThat(stamp)
          .isEqualTo(backend.stamped() ? Optional.of(stamp()) : Optional.<Revision>empty());
    }

    @Test
    void whatIsReplacedWhileItIsReadIsSeenAfterwards() throws Exception {
      putReceipt("dev", receipt("dev"));
      putReceipt("prod", receipt("prod"));
      DocumentRef dev = backend.locate(EntryAddress.receipt("dev"));
      Revision was = backend.read(dev).orElseThrow().revision();
      AtomicBoolean replaced = new AtomicBoolean();

      Optional<Revision> stamp =
          backend.stampedDocuments(
              document -> {
                if (document.entry().stage().equals("dev") && !replaced.getAndSet(true)) {
                  replace(dev, receipt("dev").replace("example", "sample!"), was);
                }
              },
              Cancellation.never());

      if (stampedEntries().contains(EntryKind.RECEIPT)) {
        assertThat(stamp).isPresent().isNotEqualTo(Optional.of(stamp()));
      }
    }

    private void replace(DocumentRef ref, String content, Revision was) {
      try {
        var _ = backend.write(ref, bytes(content), new Precondition.Matches(was));
      } catch (BackendException e) {
        throw new AssertionError(e);
      }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryThatIsReplacedUnderItsOldDateOrRemovedIsSeen(EntryKind kind) throws Exception {
      boolean receipt = kind == EntryKind.RECEIPT;
      DocumentRef dev =
          backend.locate(
              receipt ? EntryAddress.receipt("dev") : EntryAddress.record("shop", "dev", "aws"));
      String was = receipt ? receipt("dev") : record(2, "dev", "aws", "applied");
      Revision first = backend.write(dev, bytes(was), Precondition.ABSENT);
      Revision put = stamp();
      Revision second =
          backend.write(
              dev,
              bytes(was.replace("example", "sample!").replace("applied", "aborted")),
              new Precondition.Matches(first));
      Revision replaced = stamp();
      backend.delete(dev, second);

      assertThat(new HashSet<>(List.of(put, replaced, stamp())))
          .hasSize(stampedEntries().contains(kind) ? 3 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void aLockThatIsTakenRenewedAndGivenBackIsSeen(EntryKind kind) throws Exception {
      // A store may tell nothing of a document that is replaced by the same one.
      AtomicInteger seconds = new AtomicInteger();
      InstantSource time = () -> NOW.plusSeconds(seconds.incrementAndGet());
      Revision before = stamp();
      Revision taken;
      Revision renewed;
      try (StateBackend other =
          open(
              new BackendOptions(
                  Optional.empty(), time.withZone(ZoneOffset.UTC), pid -> pid == LIVE_PID))) {
        Lease lease =
            other.lock(
                kind,
                new LockRequest("shop", "dev", "aws-lambda", "restore", Duration.ofMinutes(15)),
                false);
        taken = stamp();
        lease.renew();
        renewed = stamp();
        lease.release();
      }

      boolean seen = stampedLocks().contains(kind);
      assertThat(new HashSet<>(List.of(before, taken, renewed))).hasSize(seen ? 3 : 1);
      assertThat(List.of(taken, renewed).contains(stamp())).isEqualTo(!seen);
    }

    private Revision stamp() throws BackendException {
      return backend.stamp(Cancellation.never());
    }
  }

  @Nested
  class Listing {

    @Test
    void aProjectWithoutStateListsNothingAndNothingIsCreated() throws Exception {
      assertThat(entries()).isEmpty();
      assertThat(backend.journals(Cancellation.never())).isEmpty();
      assertThat(backend.locks(Cancellation.never())).isEmpty();
      assertThat(backend.read(backend.locate(EntryAddress.receipt("dev")))).isEmpty();
      assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void receiptsComeByStageWithTheirAddressAndFacts() throws Exception {
      putReceipt("prod", receipt("prod"));
      putReceipt("dev", receipt("dev"));

      List<Entry> entries = entries();

      assertThat(entries).extracting(Entry::stage).containsExactly("dev", "prod");
      Entry dev = entries.getFirst();
      assertThat(dev.kind()).isEqualTo(EntryKind.RECEIPT);
      assertThat(dev.service()).isEqualTo("shop");
      assertThat(dev.provider()).isEqualTo("aws-lambda");
      assertThat(dev.updatedAt()).isEqualTo("2026-03-01T10:00:00Z");
      assertThat(dev.health()).isEqualTo(Health.ok());
      assertThat(dev.facts().deploymentId()).isEqualTo("aws-lambda-dev-1772359200");
      assertThat(dev.facts().endpoint()).isEqualTo("https://dev.example.com");
      assertThat(dev.ref()).isEqualTo(backend.locate(EntryAddress.receipt("dev")));
      assertThat(dev.notes()).isEmpty();
    }

    @Test
    void recordsOfTheEarlierEngineAreListedToo() throws Exception {
      putReceipt("dev", receipt("dev"));
      putRecord("dev", "aws", record(2, "dev", "aws", "failed"));
      putRecord("dev", "gcp", record(1, "dev", "gcp", ""));

      assertThat(entries())
          .extracting(e -> e.kind().word(), Entry::provider, e -> e.facts().lifecycle())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("receipt", "aws-lambda", ""),
              org.assertj.core.groups.Tuple.tuple("record", "aws", "failed"),
              org.assertj.core.groups.Tuple.tuple("record", "gcp", "applied"));
    }

    @Test
    void anUnknownVersionIsARowWithTheEnginesReason() throws Exception {
      putReceipt("dev", receipt("dev").replace("\"version\": 2", "\"version\": 3"));

      Entry entry = onlyEntry();

      assertThat(entry.health()).isEqualTo(new Health.Unreadable("unsupported receipt version 3"));
      assertThat(entry.stage()).isEqualTo("dev");
    }

    @Test
    void aFieldOfTheWrongTypeIsARowThatNamesTheField() throws Exception {
      putReceipt("dev", receipt("dev").replace("\"https://dev.example.com\"", "17"));

      assertThat(onlyEntry().health())
          .isEqualTo(new Health.Unreadable("field outputs.url must be a string, found number"));
    }

    @Test
    void aTornDocumentIsARowThatSaysWhereItBreaks() throws Exception {
      String torn = receipt("dev").substring(0, 60);
      if (keepsAnyText()) {
        putReceipt("dev", torn);
        assertThat(onlyEntry().health().reason()).startsWith("not valid JSON");
      } else {
        assertThatThrownBy(() -> putReceipt("dev", torn)).isInstanceOf(BackendException.class);
      }
    }

    @Test
    void aRecordOfAFutureSchemaIsARow() throws Exception {
      putRecord("dev", "aws", record(3, "dev", "aws", "applied"));

      Entry entry = onlyEntry();

      assertThat(entry.health().reason()).isEqualTo("unsupported state schema version 3");
      assertThat(entry.service()).isEqualTo("shop");
      assertThat(entry.provider()).isEqualTo("aws");
    }

    @Test
    void aReceiptUnderAnotherStagesKeyIsNoted() throws Exception {
      putReceipt("dev", receipt("prod"));

      Entry entry = onlyEntry();

      assertThat(entry.stage()).isEqualTo("dev");
      assertThat(entry.notes()).singleElement().asString().contains("prod");
    }

    @Test
    void nullOutputsLoad() throws Exception {
      putReceipt(
          "dev",
          "{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \"p\","
              + " \"deploymentId\": \"d\", \"outputs\": null,"
              + " \"updatedAt\": \"2026-03-01T10:00:00Z\"}");

      assertThat(onlyEntry().readable()).isTrue();
    }

    @Test
    void manyEntriesKeepTheirOrder() throws Exception {
      for (int i = 0; i < 150; i++) {
        putReceipt("stage-%03d".formatted(i), receipt("stage-%03d".formatted(i)));
      }

      List<String> stages = entries().stream().map(Entry::stage).toList();

      assertThat(stages).hasSize(150).isSorted();
    }

    @Test
    void cancellationStopsAListing() throws Exception {
      for (int i = 0; i < 50; i++) {
        putReceipt("stage-" + i, receipt("stage-" + i));
      }
      Cancellation cancellation = new Cancellation();
      List<Entry> seen = new ArrayList<>();

      assertThatThrownBy(() ->
              backend.entries(
                  entry -> {
                    seen.add(entry);
                    cancellation.cancel();
                  },
                  cancellation))
          .isInstanceOf(CancellationException.class);
      assertThat(seen).hasSize(1);
    }
  }

  @Nested
  class ReadingAndWriting {

    @Test
    void aDocumentComesBackAsItWasWritten() throws Exception {
      String text =
          "{ \"version\" :2,\n"
              + "\t\"zz\": 1.50, \"service\": \"Ünïcode \\u2028 ✓\", \"stage\":\"dev\", \"aa\":"
              + " 12345678901234567890123 }\n";
      putReceipt("dev", text);

      byte[] stored =
          backend.read(backend.locate(EntryAddress.receipt("dev"))).orElseThrow().content();

      if (keepsAnyText()) {
        assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(text);
      } else {
        JsonNode written = Json.object(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Json.object(stored)).isEqualTo(written);
      }
    }

    @Test
    void aNewDocumentIsNeverWrittenOverAnother() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));

      assertConflict(() -> backend.write(ref, bytes(receipt("other")), Precondition.ABSENT));
      assertThat(onlyEntry().notes()).isEmpty();
    }

    @Test
    void aWriteAtTheStoredRevisionGoesThroughAndHasTheNewOne() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));
      Revision before = revision(ref);

      Revision written =
          backend.write(
              ref,
              bytes(receipt("dev").replace("10:00:00", "11:00:00")),
              new Precondition.Matches(before));

      assertThat(written).isNotEqualTo(before).isEqualTo(revision(ref));
      assertThat(onlyEntry().updatedAt()).isEqualTo("2026-03-01T11:00:00Z");
    }

    @Test
    void aWriteAtAnOldRevisionIsAConflictAndChangesNothing() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));
      Revision old = revision(ref);
      backend.write(
          ref,
          bytes(receipt("dev").replace("10:00:00", "11:00:00")),
          new Precondition.Matches(old));

      assertConflict(
          () -> backend.write(ref, bytes(receipt("dev")), new Precondition.Matches(old)));
      assertThat(onlyEntry().updatedAt()).isEqualTo("2026-03-01T11:00:00Z");
    }

    @Test
    void aWriteOverADocumentThatIsGoneIsAConflict() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));
      Revision revision = revision(ref);
      backend.delete(ref, revision);

      assertConflict(
          () -> backend.write(ref, bytes(receipt("dev")), new Precondition.Matches(revision)));
      assertConflict(() -> backend.delete(ref, revision));
      assertThat(entries()).isEmpty();
    }

    @Test
    void aDeleteAtAnOldRevisionIsAConflict() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));
      Revision old = revision(ref);
      backend.write(
          ref,
          bytes(receipt("dev").replace("10:00:00", "11:00:00")),
          new Precondition.Matches(old));

      assertConflict(() -> backend.delete(ref, old));
      assertThat(entries()).hasSize(1);
    }

    @Test
    void ofManyWritersOfANewDocumentOneWins() throws Exception {
      DocumentRef ref = backend.locate(EntryAddress.receipt("dev"));

      assertThat(winners(16, i -> backend.write(ref, numbered(i), Precondition.ABSENT))).hasSize(1);
    }

    @Test
    void ofManyWritersAtOneRevisionOneWins() throws Exception {
      DocumentRef ref = putReceipt("dev", receipt("dev"));
      Precondition stored = new Precondition.Matches(revision(ref));

      assertThat(winners(16, i -> backend.write(ref, numbered(i), stored))).hasSize(1);
    }

    @Test
    void aStageNameThatIsNoNameIsRefused() {
      for (String stage : List.of("", ".", "..", "../x", "a/b", "a b", "a\nb", "x".repeat(129))) {
        assertThatThrownBy(() -> backend.locate(EntryAddress.receipt(stage)))
            .as(stage)
            .isInstanceOfSatisfying(
                BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
      }
    }

    private byte[] numbered(int i) {
      return bytes(receipt("dev").replace("10:00:00", "10:00:%02d".formatted(i + 1)));
    }
  }

  @Nested
  class Journals {

    @Test
    void aJournalIsReadWithItsStepsAndChecksum() throws Exception {
      put(".runfabric/journals/shop-dev.journal.json", JOURNAL);

      Journal journal = backend.journals(Cancellation.never()).getFirst();

      assertThat(journal.service()).isEqualTo("shop");
      assertThat(journal.stage()).isEqualTo("dev");
      assertThat(journal.status()).isEqualTo("active");
      assertThat(journal.version()).isEqualTo(4);
      assertThat(journal.checksum()).isEqualTo(Journal.ChecksumState.ABSENT);
      assertThat(journal.checkpoints()).hasSize(1);
      assertThat(journal.operations()).hasSize(1);
    }

    @Test
    void aBrokenJournalIsARowWithItsReason() throws Exception {
      put(".runfabric/journals/shop-dev.journal.json", "{\"service\": ");

      Journal journal = backend.journals(Cancellation.never()).getFirst();

      assertThat(journal.health().reason()).startsWith("not valid JSON");
      assertThat(journal.stage()).isEqualTo("shop-dev");
    }
  }

  @Nested
  class Locks {

    @Test
    void aLeaseThatHasNotEndedIsHeld() throws Exception {
      put(".runfabric/locks/shop-dev.lock.json", lock("2026-03-01T12:00:00Z", LIVE_PID));

      Lock lock = onlyLock();

      assertThat(lock.state()).isEqualTo(Lock.State.HELD);
      assertThat(lock.holder()).isEqualTo("pid:41");
      assertThat(lock.pidAlive()).contains(true);
      assertThat(lock.operation()).isEqualTo("deploy");
      assertThat(lock.source()).isEqualTo(Lock.Source.FILE);
    }

    @Test
    void aLeaseThatHasEndedIsStale() throws Exception {
      put(".runfabric/locks/shop-dev.lock.json", lock("2026-03-01T11:59:59Z", 42));

      assertThat(onlyLock().state()).isEqualTo(Lock.State.STALE);
      assertThat(onlyLock().pidAlive()).contains(false);
    }

    @Test
    void anExpiryThatIsNoTimeCountsAsHeld() throws Exception {
      put(".runfabric/locks/shop-dev.lock.json", lock("soon", 42));

      assertThat(onlyLock().state()).isEqualTo(Lock.State.HELD);
      assertThat(onlyLock().reason()).contains("expiresAt");
    }

    @Test
    void anEmptyLockFileBlocksAndIsListed() throws Exception {
      put(".runfabric/locks/shop-dev.lock.json", "");

      assertThat(onlyLock().state()).isEqualTo(Lock.State.UNREADABLE);
      assertThat(onlyLock().live()).isTrue();
    }

    @Test
    void anEarlyEnginesLockIsStaleOnlyWhenItMustBe() throws Exception {
      put(".runfabric/locks/shop-dev.lock", "2026-03-01T11:50:00Z\n");
      put(".runfabric/locks/shop-prod.lock", "2026-03-01T11:30:00Z\n");

      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::state)
          .containsExactly(Lock.State.HELD, Lock.State.STALE);
    }

    @Test
    void aRecordsLockIsStaleByExpiryOrByHeartbeat() throws Exception {
      putRecordLock("dev", "2026-03-01T12:05:00Z", "2026-03-01T11:59:30Z");
      putRecordLock("qa", "2026-03-01T12:05:00Z", "2026-03-01T11:58:59Z");
      putRecordLock("prod", "2026-03-01T11:59:59Z", "2026-03-01T11:59:30Z");

      assertThat(backend.locks(Cancellation.never()))
          .extracting(Lock::stage, Lock::provider, Lock::state)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("dev", "aws", Lock.State.HELD),
              org.assertj.core.groups.Tuple.tuple("prod", "aws", Lock.State.STALE),
              org.assertj.core.groups.Tuple.tuple("qa", "aws", Lock.State.STALE));
      assertThat(entries()).isEmpty();
    }
  }

  private static final String JOURNAL =
      """
      {"service": "shop", "stage": "dev", "operation": "deploy", "status": "active",
       "startedAt": "2026-03-01T10:00:00Z", "updatedAt": "2026-03-01T10:01:00Z", "version": 4,
       "attemptCount": 1, "checkpoints": [{"name": "package", "status": "done"}],
       "operations": [{"type": "create_lambda", "resource": "shop-dev-cart"}]}
      """;

  protected static String receipt(String stage) {
    return """
    {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
     "deploymentId": "aws-lambda-%1$s-1772359200", "outputs": {"url": "https://%1$s.example.com"},
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(stage);
  }

  protected static String record(int schema, String stage, String provider, String lifecycle) {
    return """
    {"schemaVersion": %d, "provider": "%s", "service": "shop", "stage": "%s",
     "updatedAt": "2026-03-01T10:00:00.000Z", "lifecycle": "%s"}
    """
        .formatted(schema, provider, stage, lifecycle);
  }

  private static String lock(String expiresAt, long pid) {
    return """
    {"service": "shop", "stage": "dev", "operation": "deploy",
     "ownerToken": "0123456789abcdef0123456789abcdef", "pid": %d,
     "createdAt": "2026-03-01T11:45:00Z", "expiresAt": "%s"}
    """
        .formatted(pid, expiresAt);
  }

  protected List<Entry> entries() throws BackendException {
    List<Entry> entries = new ArrayList<>();
    backend.entries(entries::add, Cancellation.never());
    return entries;
  }

  protected Entry onlyEntry() throws BackendException {
    List<Entry> entries = entries();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private Lock onlyLock() throws BackendException {
    List<Lock> locks = backend.locks(Cancellation.never());
    assertThat(locks).hasSize(1);
    return locks.getFirst();
  }

  protected DocumentRef putReceipt(String stage, String text) throws BackendException {
    return put(backend.locate(EntryAddress.receipt(stage)), text);
  }

  private DocumentRef putRecord(String stage, String provider, String text)
      throws BackendException {
    return put(backend.locate(EntryAddress.record("shop", stage, provider)), text);
  }

  private void putRecordLock(String stage, String expiresAt, String heartbeatAt)
      throws BackendException {
    DocumentRef record = backend.locate(EntryAddress.record("shop", stage, "aws"));
    put(
        new DocumentRef(record.source(), record.key() + ".lock"),
        """
        {"backend": "local", "lockId": "5e0f4c1a-8a3b-4d2e-9b63-0d5a7c1e2f90", "owner": "pid:42",
         "acquiredAt": "2026-03-01T11:00:00.000Z", "heartbeatAt": "%s", "expiresAt": "%s"}
        """
            .formatted(heartbeatAt, expiresAt));
  }

  protected void put(String path, String text) throws BackendException {
    put(new DocumentRef("local", path), text);
  }

  private DocumentRef put(DocumentRef ref, String text) throws BackendException {
    backend.write(ref, bytes(text), Precondition.ABSENT);
    return ref;
  }

  private Revision revision(DocumentRef ref) throws BackendException {
    return backend.read(ref).orElseThrow().revision();
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private interface Write {
    Revision by(int writer) throws BackendException;
  }

  private static List<Revision> winners(int writers, Write write) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Optional<Revision>>> attempts = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) {
        int writer = i;
        attempts.add(
            executor.submit(() -> {
              start.await();
              try {
                return Optional.of(write.by(writer));
              } catch (BackendException e) {
                assertThat(e.code()).isEqualTo(Code.CONFLICT);
                return Optional.empty();
              }
            }));
      }
      start.countDown();
    }
    List<Revision> winners = new ArrayList<>();
    for (Future<Optional<Revision>> attempt : attempts) {
      attempt.get().ifPresent(winners::add);
    }
    return winners;
  }

  private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
  }
}
