package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.BucketContract;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AzblobBackendTest extends BucketContract {

  private final AzuriteServer server = AzuriteServer.running();
  private final BlobContainerClient container = server.newContainer();

  @Override
  protected String kind() {
    return "azblob";
  }

  @Override
  protected String address() {
    return "azblob://devstoreaccount1/" + container.getBlobContainerName();
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(project(), options);
  }

  @Nested
  class InTheContainer {

    @Test
    void aDocumentIsJsonToWhoeverLooks() throws Exception {
      putReceipt("dev", receipt("dev"));

      assertThat(blob(PREFIX + "/receipts/dev.receipt.json").getProperties().getContentType())
          .isEqualTo("application/json");
    }

    @Test
    void foldersOfAHierarchicalNamespaceAreNoDocuments() throws Exception {
      putReceipt("dev", receipt("dev"));
      String folderKey = PREFIX + "/receipts/old.receipt.json";
      blob(folderKey)
          .uploadWithResponse(
              new BlobParallelUploadOptions(BinaryData.fromBytes(new byte[0]))
                  .setMetadata(Map.of("hdi_isfolder", "true")),
              null,
              null);

      assertThat(entries()).extracting(Entry::stage).containsExactly("dev");
      assertThat(keys(new Range(PREFIX + "/", true), AzblobAccess.FULL_PAGE))
          .containsExactly(PREFIX + "/receipts/dev.receipt.json");
      assertThat(backend.read(new DocumentRef("azblob", folderKey))).isEmpty();
    }

    @Test
    void aKeyIsTakenAsItIs() throws Exception {
      String key = PREFIX + "/receipts/a%20b+ü ?#&=x.json";
      write(key, "{}");

      assertThat(keys(new Range(PREFIX + "/receipts/", false), AzblobAccess.FULL_PAGE))
          .containsExactly(key);
      assertThat(backend.read(new DocumentRef("azblob", key)).orElseThrow().content())
          .isEqualTo(bytes("{}"));
    }

    @Test
    void anEmptyDocumentIsRead() throws Exception {
      write("empty.json", "");

      assertThat(backend.read(new DocumentRef("azblob", "empty.json")).orElseThrow().content())
          .isEmpty();
    }

    @Test
    void moreThanOnePageIsListedInOrder() throws Exception {
      for (int i = 0; i < 25; i++) {
        write("many/%02d".formatted(i), "{}");
        write("many/deeper/%02d".formatted(i), "{}");
      }

      assertThat(keys(new Range("many/", false), 10)).hasSize(25).isSorted();
      assertThat(keys(new Range("many/", true), 10)).hasSize(50).isSorted();
    }
  }

  @Nested
  class WhatProtectsABlob {

    private static final String KEY = "protected.json";

    @Test
    void aBlobWithSnapshotsCanBeDeleted() throws Exception {
      Revision stored = write(KEY, "{}");
      blob(KEY).createSnapshot();

      backend.delete(new DocumentRef("azblob", KEY), stored);

      assertThat(blob(KEY).exists()).isFalse();
    }

    @Test
    void aBlobUnderSomebodysLeaseIsNeitherWrittenNorDeleted() throws Exception {
      Revision stored = write(KEY, "{}");
      new BlobLeaseClientBuilder().blobClient(blob(KEY)).buildClient().acquireLease(-1);
      DocumentRef ref = new DocumentRef("azblob", KEY);

      for (ThrowingCallable change :
          List.<ThrowingCallable>of(
              () -> backend.write(ref, bytes("[]"), new Precondition.Matches(stored)),
              () -> backend.delete(ref, stored))) {
        assertThatThrownBy(change)
            .isInstanceOfSatisfying(
                BackendException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(Code.LOCKED);
                  assertThat(e.remedy()).contains("az storage blob lease break");
                })
            .hasMessageContaining("somebody holds a lease on the blob");
      }
      assertThat(backend.read(ref).orElseThrow().content()).isEqualTo(bytes("{}"));
    }

    @Test
    void aBlobInTheArchiveTierIsListedAndNotRead() throws Exception {
      putReceipt("dev", receipt("dev"));
      blob(PREFIX + "/receipts/dev.receipt.json").setAccessTier(AccessTier.ARCHIVE);

      assertThat(onlyEntry().health().reason()).isEqualTo("in the archive tier");
    }

    @Test
    void aDocumentOfOver64MegabytesIsListedAndNotRead() throws Exception {
      putReceipt("dev", receipt("dev") + " ".repeat(65 << 20));

      assertThat(onlyEntry().health().reason()).isEqualTo("larger than 64 MB (65 MB)");
    }
  }

  @Test
  void connectionsAreKeptFromReadToRead() throws Exception {
    for (int i = 0; i < 150; i++) {
      putReceipt("s-" + i, receipt("s-" + i));
    }
    try (SlowConnection distance = new SlowConnection(server.port(), Duration.ofMillis(5));
        StateBackend far =
            Backends.open(
                project(AzuriteServer.environment(distance.endpoint())),
                BackendOptions.standard())) {
      List<Entry> found = new ArrayList<>();

      far.entries(found::add, Cancellation.never());

      assertThat(found).hasSize(150);
      assertThat(distance.connections()).isLessThan(70);
    }
  }

  @Test
  void anAccountWithoutVersioningKeepsNone() throws Exception {
    write("a.json", "{}");
    try (AzblobDocumentStore store = store(AzblobAccess.FULL_PAGE)) {
      assertThat(store.versions("a.json")).isEmpty();
      assertThat(store.versions("missing")).isEmpty();
    }
  }

  @Test
  void aMissingContainerIsNamedAndNotCreated() throws Exception {
    Project missing =
        TestProject.in(
            folder,
            new BackendSettings.Azblob("no-such-container", PREFIX),
            new RecordStore.Azblob("no-such-container", PREFIX),
            server.environment());
    try (StateBackend opened = Backends.open(missing, BackendOptions.standard())) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> opened.entries(_ -> {}, Cancellation.never()))
            .isInstanceOfSatisfying(
                BackendException.class,
                e -> {
                  assertThat(e.code()).isEqualTo(Code.NOT_FOUND);
                  assertThat(e.remedy())
                      .contains("az storage container create --name no-such-container");
                })
            .hasMessageContaining("azblob://devstoreaccount1/no-such-container/" + PREFIX)
            .hasMessageContaining("does not exist");
      }
      DocumentRef ref = new DocumentRef("azblob", "x");
      Precondition matches = new Precondition.Matches(new Revision("0x1"));
      assertThatThrownBy(() -> opened.read(ref)).hasMessageContaining("does not exist");
      assertThatThrownBy(() -> opened.write(ref, bytes("{}"), Precondition.ABSENT))
          .hasMessageContaining("does not exist");
      assertThatThrownBy(() -> opened.write(ref, bytes("{}"), matches))
          .hasMessageContaining("does not exist");
    }
    assertThat(server.container("no-such-container").exists()).isFalse();
  }

  private List<String> keys(Range range, int pageSize) throws BackendException {
    List<String> keys = new ArrayList<>();
    try (AzblobDocumentStore store = store(pageSize)) {
      store.list(range, listed -> keys.add(listed.key()), Cancellation.never());
    }
    return keys;
  }

  private AzblobDocumentStore store(int pageSize) throws BackendException {
    return AzblobDocumentStore.open(
        new AzblobAccess(server.environment(), Patience.STANDARD, pageSize),
        container.getBlobContainerName(),
        PREFIX);
  }

  private Revision write(String key, String text) throws BackendException {
    return backend.write(new DocumentRef("azblob", key), bytes(text), Precondition.ABSENT);
  }

  private BlobClient blob(String key) {
    return container.getBlobClient(key);
  }

  private Project project() {
    return project(server.environment());
  }

  private Project project(Map<String, String> environment) {
    String name = container.getBlobContainerName();
    return TestProject.in(
        folder,
        new BackendSettings.Azblob(name, PREFIX),
        new RecordStore.Azblob(name, PREFIX),
        environment);
  }
}
