package io.runfabric.console.backend.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.BucketContract;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.VersionedStore.DocumentVersion;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Revision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcsBackendTest extends BucketContract {

  private static final String KEY = "a b/ü+%.json";

  private final GcsServer server = GcsServer.running();
  private final String bucket = server.newBucket();

  @Override
  protected String kind() {
    return "gcs";
  }

  @Override
  protected String address() {
    return "gs://" + bucket;
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project(bucket, server.endpoint()), options);
  }

  @Nested
  class Objects {

    @Test
    void aDocumentAndItsGenerationComeWithOneRequest() throws Exception {
      try (GcsDocumentStore store = store()) {
        Revision written = store.put(KEY, bytes("{}"), Precondition.ABSENT);
        int before = server.requests().size();

        StoredDocument read = store.get(KEY).orElseThrow();

        assertThat(read.revision()).isEqualTo(written);
        assertThat(written.value()).matches("[1-9][0-9]{15}");
        assertThat(server.requests().size() - before).isEqualTo(1);
      }
    }

    @Test
    void anEmptyObjectIsAnEmptyDocument() throws Exception {
      try (GcsDocumentStore store = store()) {
        store.put(KEY, new byte[0], Precondition.ABSENT);

        assertThat(store.get(KEY).orElseThrow().content()).isEmpty();
      }
    }

    @Test
    void aCompressedObjectComesAsItIsStored() throws Exception {
      byte[] zipped = zipped(receipt("dev"));
      server.put(bucket, KEY, zipped, "gzip");
      try (GcsDocumentStore store = store()) {
        assertThat(store.get(KEY).orElseThrow().content()).isEqualTo(zipped);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "\"etag\"", "99999999999999999999"})
    void whatIsNoGenerationMatchesNothing(String revision) throws Exception {
      try (GcsDocumentStore store = store()) {
        Precondition stored = new Precondition.Matches(new Revision(revision));

        assertConflict(() -> store.put(KEY, bytes("{}"), stored));
        assertConflict(() -> store.delete(KEY, new Revision(revision)));
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.version(KEY, revision)).isEmpty();
      }
    }

    @Test
    void moreThanOnePageIsListedInOrder() throws Exception {
      GcsServer paging = new GcsServer();
      String many = paging.newBucket();
      paging.pagesOf(10);
      for (int i = 0; i < 95; i++) {
        paging.put(many, "many/%02d".formatted(i), bytes("{}"), "");
        paging.put(many, "many/%02d/deeper".formatted(i), bytes("{}"), "");
      }
      try (GcsDocumentStore store = store(paging, many)) {
        List<String> flat = new ArrayList<>();
        List<String> deep = new ArrayList<>();

        store.list(new Range("many/", false), l -> flat.add(l.key()), Cancellation.never());
        store.list(new Range("many/", true), l -> deep.add(l.key()), Cancellation.never());

        assertThat(flat).hasSize(95).isSorted();
        assertThat(deep).hasSize(190).isSorted();
        assertThat(paging.requests()).hasSize(10 + 19);
      }
    }

    @Test
    void aDocumentOfOver64MegabytesIsListedAndNotRead() throws Exception {
      server.put(
          bucket,
          PREFIX + "/receipts/dev.receipt.json",
          bytes(receipt("dev") + " ".repeat(65 << 20)),
          "");

      assertThat(onlyEntry().health().reason()).isEqualTo("larger than 64 MB (65 MB)");
    }
  }

  @Nested
  class Versions {

    @Test
    void areListedNewestFirstAndReadOneByOne() throws Exception {
      server.keepVersions(bucket);
      try (GcsDocumentStore store = store()) {
        Revision first = store.put(KEY, bytes("{\"n\": 1}"), Precondition.ABSENT);
        Revision second = store.put(KEY, bytes("{\"n\": 2}"), new Precondition.Matches(first));
        store.put(KEY + ".lock", bytes("{}"), Precondition.ABSENT);

        assertThat(store.versions(KEY))
            .extracting(DocumentVersion::id, DocumentVersion::latest, DocumentVersion::size)
            .containsExactly(
                org.assertj.core.groups.Tuple.tuple(second.value(), true, 8L),
                org.assertj.core.groups.Tuple.tuple(first.value(), false, 8L));
        assertThat(text(store.version(KEY, first.value()).orElseThrow())).isEqualTo("{\"n\": 1}");
        assertThat(store.version(KEY, first.value()).orElseThrow().revision()).isEqualTo(first);
        assertThat(store.version(KEY, "17")).isEmpty();
      }
    }

    @Test
    void ofARemovedObjectNoneIsTheLatest() throws Exception {
      server.keepVersions(bucket);
      try (GcsDocumentStore store = store()) {
        Revision only = store.put(KEY, bytes("{\"n\": 1}"), Precondition.ABSENT);
        store.delete(KEY, only);

        List<DocumentVersion> versions = store.versions(KEY);

        assertThat(versions).hasSize(1);
        assertThat(versions.getFirst().latest()).isFalse();
        assertThat(versions.getFirst().deletion()).isFalse();
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.version(KEY, only.value())).isPresent();
      }
    }

    @Test
    void aBucketWithoutVersioningHasTheLiveOneAlone() throws Exception {
      try (GcsDocumentStore store = store()) {
        Revision first = store.put(KEY, bytes("{\"n\": 1}"), Precondition.ABSENT);
        Revision second = store.put(KEY, bytes("{\"n\": 2}"), new Precondition.Matches(first));

        assertThat(store.versions(KEY))
            .extracting(DocumentVersion::id)
            .containsExactly(second.value());
        assertThat(store.versions("missing")).isEmpty();
        assertThat(store.version(KEY, first.value())).isEmpty();
      }
    }
  }

  @Test
  void connectionsAreKeptFromReadToRead() throws Exception {
    for (int i = 0; i < 300; i++) {
      server.put(bucket, PREFIX + "/receipts/" + i + ".receipt.json", bytes(receipt("s-" + i)), "");
    }
    try (SlowConnection distance = new SlowConnection(server.port(), Duration.ofMillis(5));
        StateBackend far =
            Backends.open(project(bucket, distance.endpoint()), BackendOptions.standard())) {
      List<Entry> found = new ArrayList<>();

      far.entries(found::add, Cancellation.never());

      assertThat(found).hasSize(300);
      assertThat(distance.connections()).isLessThan(70);
    }
  }

  @Test
  void aMissingBucketIsNamedAndNotCreated() throws Exception {
    Project missing = project("no-such-bucket", server.endpoint());
    try (StateBackend opened = Backends.open(missing, BackendOptions.standard())) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> opened.entries(_ -> {}, Cancellation.never()))
            .isInstanceOfSatisfying(
                BackendException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(Code.NOT_FOUND);
                  assertThat(e.remedy())
                      .contains("gcloud storage buckets create gs://no-such-bucket");
                })
            .hasMessageContaining("gs://no-such-bucket/" + PREFIX)
            .hasMessageContaining("does not exist");
      }
      DocumentRef ref = new DocumentRef("gcs", "x");
      assertThatThrownBy(() -> opened.read(ref)).hasMessageContaining("does not exist");
      assertThatThrownBy(() -> opened.write(ref, bytes("{}"), Precondition.ABSENT))
          .hasMessageContaining("does not exist");
      assertThatThrownBy(
              () -> opened.write(ref, bytes("{}"), new Precondition.Matches(new Revision("17"))))
          .hasMessageContaining("does not exist");
    }
  }

  private GcsDocumentStore store() throws BackendException {
    return store(server, bucket);
  }

  private GcsDocumentStore store(GcsServer server, String bucket) throws BackendException {
    return GcsDocumentStore.open(new GcsAccess(server.environment(), folder), bucket, PREFIX);
  }

  private Project project(String bucket, String endpoint) {
    return TestProject.in(
        folder,
        new BackendSettings.Gcs(bucket, PREFIX),
        new RecordStore.Gcs(bucket, PREFIX),
        Map.of("STORAGE_EMULATOR_HOST", endpoint));
  }

  private static String text(StoredDocument document) {
    return new String(document.content(), StandardCharsets.UTF_8);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes(text));
    }
    return out.toByteArray();
  }

  private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
  }
}
