package io.runfabric.console.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.BucketContract;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class S3BackendTest extends BucketContract {

  private final S3Server server = S3Server.running();
  private final String bucket = server.newBucket();

  @Override
  protected String kind() {
    return "s3";
  }

  @Override
  protected String address() {
    return "s3://" + bucket;
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project(), options);
  }

  @Nested
  class InTheBucket {

    @Test
    void moreThanOnePageIsListedInOrder() throws Exception {
      try (DocumentStore store = store()) {
        for (int i = 0; i < 1_005; i++) {
          server.put(bucket, "many/%04d".formatted(i), "{}");
        }
        List<String> keys = new ArrayList<>();

        store.list(
            new DocumentStore.Range("many/", false),
            listed -> keys.add(listed.key()),
            Cancellation.never());

        assertThat(keys).hasSize(1_005).isSorted();
      }
    }
  }

  @Nested
  class Versions {

    private static final String KEY = "a.json";

    @Test
    void areListedNewestFirstAndReadOneByOne() throws Exception {
      server.keepVersions(bucket);
      try (S3DocumentStore store = store()) {
        Revision first = store.put(KEY, bytes("{\"n\": 1}"), Precondition.ABSENT);
        Revision second = store.put(KEY, bytes("{\"n\": 2}"), new Precondition.Matches(first));
        store.put(KEY + ".lock", bytes("{}"), Precondition.ABSENT);
        store.delete(KEY, second);

        List<DocumentVersion> versions = store.versions(KEY);

        assertThat(versions)
            .extracting(DocumentVersion::deletion)
            .containsExactly(true, false, false);
        assertThat(versions)
            .extracting(DocumentVersion::latest)
            .containsExactly(true, false, false);
        assertThat(store.get(KEY)).isEmpty();
        assertThat(text(store.version(KEY, versions.get(1).id()))).contains("{\"n\": 2}");
        assertThat(text(store.version(KEY, versions.get(2).id()))).contains("{\"n\": 1}");
        assertThat(store.version(KEY, versions.get(0).id())).isEmpty();
      }
    }

    @Test
    void areNoneInABucketThatKeepsNone() throws Exception {
      try (S3DocumentStore store = store()) {
        store.put(KEY, bytes("{}"), Precondition.ABSENT);

        assertThat(store.versions(KEY)).isEmpty();
        assertThat(store.versions("missing")).isEmpty();
      }
    }

    private static Optional<String> text(Optional<StoredDocument> document) {
      return document.map(d -> new String(d.content(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void ofManyWhoReplaceADocumentAtOnceOneDoes() throws Exception {
    int writers = 8;
    try (S3DocumentStore store = store();
        ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      Revision stored = store.put("raced.json", bytes("{}"), Precondition.ABSENT);
      for (int round = 0; round < 40; round++) {
        Precondition asItWas = new Precondition.Matches(stored);
        CyclicBarrier start = new CyclicBarrier(writers);
        List<Callable<Optional<Revision>>> writes = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
          byte[] content = bytes("{\"round\": " + round + ", \"writer\": " + writer + "}");
          writes.add(() -> {
            start.await();
            try {
              return Optional.of(store.put("raced.json", content, asItWas));
            } catch (BackendException e) {
              assertThat(e.code()).isEqualTo(Code.CONFLICT);
              return Optional.empty();
            }
          });
        }
        List<Revision> winners = new ArrayList<>();
        for (Future<Optional<Revision>> write : threads.invokeAll(writes)) {
          write.get().ifPresent(winners::add);
        }

        assertThat(winners).hasSize(1);
        stored = winners.getFirst();
      }
    }
  }

  @Test
  void connectionsAreKeptFromReadToRead() throws Exception {
    for (int i = 0; i < 300; i++) {
      server.put(bucket, PREFIX + "/receipts/" + i + ".receipt.json", receipt("s-" + i));
    }
    try (SlowConnection distance = new SlowConnection(server.port(), Duration.ofMillis(5));
        StateBackend far = Backends.open(project(distance.endpoint()), BackendOptions.standard())) {
      List<Entry> found = new ArrayList<>();

      far.entries(found::add, Cancellation.never());

      assertThat(found).hasSize(300);
      assertThat(distance.connections()).isLessThan(70);
    }
  }

  @Test
  void aDocumentOfOver64MegabytesIsListedAndNotRead() throws Exception {
    putReceipt("dev", receipt("dev") + " ".repeat(65 << 20));

    assertThat(onlyEntry().health().reason()).isEqualTo("larger than 64 MB (65 MB)");
  }

  @Test
  void recordsAreNotLockedWhereTheProjectUsesNoLockfiles() throws Exception {
    Project without =
        TestProject.in(
            folder,
            new BackendSettings.Local(),
            new RecordStore.S3(bucket, "us-east-1", PREFIX, false),
            server.environment());
    try (StateBackend opened = Backends.open(without, BackendOptions.standard())) {
      Lease lease =
          opened.lock(
              EntryKind.RECORD,
              new LockRequest("shop", "dev", "aws", "restore", Duration.ofMinutes(15)),
              false);

      assertThat(opened.locks(Cancellation.never())).isEmpty();
      lease.release();
    }
  }

  @Test
  void aMissingBucketIsNamedAndNotCreated() throws Exception {
    Project missing =
        TestProject.in(
            folder,
            new BackendSettings.S3("no-such-bucket", PREFIX, "us-east-1", Optional.empty()),
            new RecordStore.S3("no-such-bucket", "us-east-1", PREFIX, true),
            server.environment());
    try (StateBackend opened = Backends.open(missing, BackendOptions.standard())) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> opened.entries(_ -> {}, Cancellation.never()))
            .isInstanceOfSatisfying(
                BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND))
            .hasMessageContaining("s3://no-such-bucket/" + PREFIX)
            .hasMessageContaining("does not exist");
      }
      DocumentRef ref = new DocumentRef("s3", "x");
      assertThatThrownBy(() -> opened.read(ref)).hasMessageContaining("does not exist");
      assertThatThrownBy(() -> opened.write(ref, bytes("{}"), Precondition.ABSENT))
          .hasMessageContaining("does not exist");
      assertThatThrownBy(
              () -> opened.write(ref, bytes("{}"), new Precondition.Matches(new Revision("\"a\""))))
          .hasMessageContaining("does not exist");
    }
  }

  private S3DocumentStore store() throws BackendException {
    return S3DocumentStore.open(new AwsAccess(server.environment(), "us-east-1"), bucket, PREFIX);
  }

  private Project project() {
    return project("http://127.0.0.1:" + server.port());
  }

  private Project project(String endpoint) {
    return TestProject.in(
        folder,
        new BackendSettings.S3(bucket, PREFIX, "us-east-1", Optional.empty()),
        new RecordStore.S3(bucket, "us-east-1", PREFIX, true),
        S3Server.environment(endpoint));
  }
}
