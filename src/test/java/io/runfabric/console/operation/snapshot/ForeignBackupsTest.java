package io.runfabric.console.operation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import io.runfabric.console.operation.snapshot.SnapshotFacts.Writer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Backups the engines wrote, and files that are none.
class ForeignBackupsTest {

  private static final String ENGINE_2 =
      """
      {
        "backend": "s3",
        "service": "shop",
        "releases": [ { "stage": "dev", "updatedAt": "2026-03-01T10:00:00Z" } ],
        "receipts": {
          "dev": { "version": 2, "service": "shop", "stage": "dev", "outputs": null },
          "prod": { "version": 2, "note": "Grüße }{" }
        }
      }
      """;

  private static final String ENGINE_1 =
      """
      {
        "schemaVersion": 2,
        "createdAt": "2026-03-01T10:00:00.000Z",
        "backend": "postgres",
        "records": [
          {
            "address": { "service": "shop", "stage": "feature/x", "provider": "aws" },
            "record": { "schemaVersion": 1, "service": "shop" }
          }
        ],
        "locks": [
          { "address": { "service": "shop", "stage": "dev", "provider": "aws" }, "lock": null }
        ]
      }
      """;

  @Test
  void engine2sIsRead() throws Exception {
    Snapshot snapshot = open(ENGINE_2);

    assertThat(snapshot.facts().writer()).isEqualTo(Writer.ENGINE_2);
    assertThat(snapshot.facts().service()).isEqualTo("shop");
    assertThat(snapshot.facts().backend()).isEqualTo("s3");
    List<SnapshotDocument> documents = documents(snapshot);
    assertThat(documents)
        .extracting(SnapshotDocument::entry)
        .containsExactly(
            Optional.of(EntryAddress.receipt("dev")), Optional.of(EntryAddress.receipt("prod")));
    assertThat(Json.object(documents.get(1).content()).path("note").asText()).isEqualTo("Grüße }{");
  }

  @Test
  void engine1sIsRead() throws Exception {
    Snapshot snapshot = open(ENGINE_1);

    assertThat(snapshot.facts().writer()).isEqualTo(Writer.ENGINE_1);
    assertThat(snapshot.facts().createdAt()).isEqualTo("2026-03-01T10:00:00.000Z");
    List<SnapshotDocument> documents = documents(snapshot);
    assertThat(documents).hasSize(1);
    assertThat(documents.getFirst().entry())
        .contains(EntryAddress.record("shop", "feature/x", "aws"));
    assertThat(new String(documents.getFirst().content(), StandardCharsets.UTF_8))
        .isEqualTo("{ \"schemaVersion\": 1, \"service\": \"shop\" }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "..", ".", "", "a/b", "a\\\\b", "a\\u0000b"})
  void aStageThatLeadsElsewhereIsRefused(String stage) {
    refused(ENGINE_2.replace("\"dev\": {", "\"" + stage + "\": {"), Code.DAMAGED_BACKUP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "..", ".", "", "/../x", "..\\\\x"})
  void aRecordThatLeadsElsewhereIsRefused(String stage) {
    refused(ENGINE_1.replace("feature/x", stage), Code.DAMAGED_BACKUP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "null", "[]", "\"x\"", "{}", "{\"a\": 1}", "PK\u0003\u0004"})
  void whatIsNoBackupIsRefused(String text) {
    assertThatThrownBy(() -> open(text)).isInstanceOf(SnapshotException.class);
  }

  @Test
  void whatIsCutOffOrAppendedToIsRefused() {
    for (int length = 1; length < ENGINE_2.strip().length(); length++) {
      refused(ENGINE_2.substring(0, length), null);
    }
    refused(ENGINE_2 + "{}", Code.DAMAGED_BACKUP);
  }

  @Test
  void aNewerSchemaIsRefusedAsSuch() {
    refused(
        ENGINE_1.replace("\"schemaVersion\": 2,\n", "\"schemaVersion\": 3,\n"),
        Code.BACKUP_TOO_NEW);
    refused(
        ENGINE_2.replace("\"backend\"", "\"manifest\": {\"formatVersion\": 2}, \"backend\""),
        Code.BACKUP_TOO_NEW);
  }

  @Test
  void aConsolesBackupWithoutItsManifestIsRefused() {
    refused(ENGINE_2.replace("\"backend\"", "\"journals\": [], \"backend\""), Code.DAMAGED_BACKUP);
    refused(
        ENGINE_2.replace("\"backend\"", "\"createdAt\": \"\", \"records\": [], \"backend\""),
        Code.DAMAGED_BACKUP);
  }

  @Test
  void theSameAddressTwiceIsRefused() {
    refused(ENGINE_2.replace("\"prod\": {", "\"dev\": {"), Code.DAMAGED_BACKUP);
    refused(
        ENGINE_2.replace("\"releases\"", "\"receipts\": {}, \"releases\""), Code.DAMAGED_BACKUP);
  }

  @Test
  void utf16IsRefused() {
    byte[] text = ENGINE_2.getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> open(text)).isInstanceOf(SnapshotException.class);
  }

  @Test
  void aFileThatChangesMeanwhileIsNoticed() throws Exception {
    byte[][] text = {ENGINE_2.getBytes(StandardCharsets.UTF_8)};
    Snapshot snapshot = open(() -> new ByteArrayInputStream(text[0]));
    text[0] = ENGINE_2.replace("outputs", "outputz").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> documents(snapshot))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("changed while");
  }

  private static void refused(String text, @org.jspecify.annotations.Nullable Code code) {
    assertThatThrownBy(() -> open(text))
        .as(text)
        .isInstanceOfSatisfying(
            SnapshotException.class,
            e -> {
              if (code != null) {
                assertThat(e.code()).isEqualTo(code);
              }
            });
  }

  private static Snapshot open(String text) throws Exception {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Snapshot open(byte[] text) throws Exception {
    return open(() -> new ByteArrayInputStream(text));
  }

  private interface Bytes {
    InputStream open();
  }

  private static Snapshot open(Bytes bytes) throws Exception {
    SnapshotSource source =
        new SnapshotSource() {
          @Override
          public InputStream open() {
            return bytes.open();
          }

          @Override
          public boolean encrypted() {
            return false;
          }
        };
    return Snapshot.open(source, Progress.NONE, Cancellation.never());
  }

  private static List<SnapshotDocument> documents(Snapshot snapshot) throws Exception {
    List<SnapshotDocument> documents = new ArrayList<>();
    snapshot.read(documents::add, Cancellation.never());
    return documents;
  }
}
