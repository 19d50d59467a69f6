package io.runfabric.console.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.Encryption;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import io.runfabric.console.operation.snapshot.SnapshotFacts.Writer;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private Map<String, String> environment = Map.of();

  @Test
  void filesComeBackByteForByte() throws Exception {
    Map<String, byte[]> stored = local();

    Snapshot snapshot = snapshot(backUp(request()).file());

    assertThat(contents(snapshot)).containsExactlyInAnyOrderEntriesOf(stored);
    assertThat(snapshot.facts().writer()).isEqualTo(Writer.CONSOLE);
    assertThat(snapshot.facts().entries()).isEqualTo(6);
    assertThat(snapshot.facts().count(SnapshotPart.LOCK)).isEqualTo(1);
    assertThat(snapshot.facts().count(SnapshotPart.STAGE_LOCK)).isEqualTo(1);
    assertThat(snapshot.facts().count(SnapshotPart.JOURNAL)).isEqualTo(1);
  }

  @Test
  void rowsComeBackByteForByte() throws Exception {
    config("service: shop\nbackend:\n  kind: sqlite\n");
    sqlite(MixedState.receipts());
    file(".runfabric/state/shop/dev/aws.state.json", MixedState.record("dev", "aws"));

    Map<String, byte[]> contents = contents(snapshot(backUp(request()).file()));

    MixedState.receipts()
        .forEach((stage, bytes) ->
            assertThat(contents.get("runfabric_receipts[.]/" + stage)).isEqualTo(bytes));
    assertThat(contents).hasSize(5);
  }

  @Test
  void objectsComeBackByteForByteWithoutThoseOfOtherServices() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    config("service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n");
    environment = server.environment();
    MixedState.receipts()
        .forEach((stage, bytes) ->
            server.put(
                bucket,
                "runfabric/state/receipts/" + stage + ".receipt.json",
                new String(bytes, StandardCharsets.UTF_8)));
    String journals = "runfabric/state/journals/";
    server.put(bucket, journals + "shop-dev.journal.json", MixedState.journal("dev"));
    server.put(
        bucket,
        journals + "other-dev.journal.json",
        MixedState.journal("dev").replace("shop", "other"));

    Snapshot snapshot = snapshot(backUp(request()).file());
    Map<String, byte[]> contents = contents(snapshot);

    MixedState.receipts()
        .forEach((stage, bytes) ->
            assertThat(contents.get("runfabric/state/receipts/" + stage + ".receipt.json"))
                .isEqualTo(bytes));
    assertThat(snapshot.facts().count(SnapshotPart.JOURNAL)).isEqualTo(1);
    assertThat(contents).containsKey(journals + "shop-dev.journal.json");
  }

  @Test
  void itIsOneJsonObjectThatBothEnginesCanRestore() throws Exception {
    local();

    JsonNode backup = Json.MAPPER.readTree(backUp(request()).file().toFile());

    assertThat(backup.path("backend").asText()).isEqualTo("local");
    assertThat(backup.path("service").asText()).isEqualTo("shop");
    assertThat(backup.path("receipts").path("dev").path("version").asInt()).isEqualTo(2);
    assertThat(backup.path("releases").get(0).path("stage").asText()).isEqualTo("dev");
    assertThat(backup.path("releases").get(0).path("updatedAt").asText())
        .isEqualTo("2026-03-01T10:00:00Z");
    assertThat(backup.path("schemaVersion").asInt()).isEqualTo(2);
    assertThat(backup.path("createdAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
    JsonNode record = backup.path("records").get(0);
    assertThat(record.path("address").path("provider").asText()).isEqualTo("aws");
    assertThat(record.path("record").path("schemaVersion").asInt()).isEqualTo(2);
    assertThat(backup.path("locks").get(0).path("lock").path("owner").asText()).isEqualTo("pid:1");
    assertThat(backup.fieldNames()).toIterable().last().isEqualTo("manifest");
  }

  @Test
  void theSameStateAtTheSameTimeIsTheSameFile() throws Exception {
    local();

    Path one = backUp(request()).file();
    Path other = backUp(request()).file();

    assertThat(other).isNotEqualTo(one).hasSameBinaryContentAs(one);
  }

  @Test
  void whatDoesNotLoadFailsItAndEveryOneIsNamed() throws Exception {
    local();
    file(".runfabric/broken.json", "{");
    file(".runfabric/journals/shop-qa.journal.json", "nonsense");
    file(".runfabric/bad name.json", MixedState.receipt("bad name", ""));

    SnapshotException failure = refusal(() -> backUp(request()));

    assertThat(failure.code()).isEqualTo(Code.INCOMPLETE_BACKUP);
    assertThat(failure.items())
        .hasSize(3)
        .anyMatch(item -> item.startsWith(".runfabric/broken.json: "))
        .anyMatch(item -> item.startsWith(".runfabric/bad name.json: "))
        .anyMatch(item -> item.startsWith(".runfabric/journals/shop-qa.journal.json: "));
    assertThat(backups()).isEmpty();
  }

  @Test
  void aPartialOneHoldsTheRawBytesAndTheReason() throws Exception {
    local();
    file(".runfabric/broken.json", "{ \u00e4");
    Files.write(folder.resolve(".runfabric/binary.json"), new byte[] {0, (byte) 0xff, 7});

    Snapshot snapshot = snapshot(backUp(request(true, Optional.empty())).file());

    assertThat(snapshot.facts().partial()).isTrue();
    List<SnapshotDocument> unreadable = new ArrayList<>();
    snapshot.read(
        document -> {
          if (document.part() == SnapshotPart.UNREADABLE) {
            unreadable.add(document);
          }
        },
        Cancellation.never());
    assertThat(unreadable).hasSize(2).allMatch(document -> !document.reason().isEmpty());
    assertThat(contents(snapshot).get(".runfabric/binary.json"))
        .isEqualTo(new byte[] {0, (byte) 0xff, 7});
  }

  @Test
  void aFilterIsKeptToAndToldInTheBackup() throws Exception {
    local();
    StateFilter dev =
        new StateFilter(Optional.empty(), Optional.of("dev"), Optional.empty(), false);

    Snapshot snapshot = snapshot(backUp(request(dev, free(false), false, Optional.empty())).file());

    assertThat(snapshot.facts().scope().orElseThrow().filterText()).isEqualTo("stage dev");
    assertThat(snapshot.facts().scope().orElseThrow().wholeProject()).isFalse();
    snapshot.read(
        document -> assertThat(document.address().stage()).isEqualTo("dev"), Cancellation.never());
    assertThat(snapshot.facts().entries()).isEqualTo(2);
  }

  @Test
  void backupsAreNoReceipts() throws Exception {
    local();
    backUp(request());

    assertThat(backUp(request()).contents().count(SnapshotPart.RECEIPT)).isEqualTo(4);
  }

  @Test
  void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
    local();
    Path file = folder.resolve("mine.json");
    Files.writeString(file, "precious");

    assertThat(
            refusal(() -> backUp(request(StateFilter.PROJECT, file, false, Optional.empty())))
                .code())
        .isEqualTo(Code.BACKUP_EXISTS);
    assertThat(file).hasContent("precious");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerCanReadItFromTheFirstByte() throws Exception {
    local();
    List<String> seen = new ArrayList<>();
    Progress looking =
        (_, _) -> {
          try (Stream<Path> files = Files.list(BackupName.folder(session().project()))) {
            for (Path file : files.toList()) {
              seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        };
    BackupResult result;
    try (ProjectSession session = session()) {
      result = Backup.write(session, request(), looking, Cancellation.never());
    }

    assertThat(seen).isNotEmpty().containsOnly("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(result.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aCancelledOneLeavesNoFile() throws Exception {
    local();
    Cancellation cancellation = Cancellation.never();
    try (ProjectSession session = session()) {
      Progress stopping = (done, _) -> cancellation.cancel();
      assertThatThrownBy(() -> Backup.write(session, request(), stopping, cancellation))
          .isInstanceOf(CancellationException.class);
    }

    assertThat(backups()).isEmpty();
  }

  @Test
  void cutOffAnywhereItIsRefused() throws Exception {
    local();
    byte[] whole = Files.readAllBytes(backUp(request()).file());
    Path cut = folder.resolve("cut.json");

    for (int length = 0;
        length < whole.length;
        length =
            length < whole.length - 80 ? Math.min(length + 64, whole.length - 80) : length + 1) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThat(catchThrowable(() -> snapshot(cut)))
          .as("cut to %d of %d bytes", length, whole.length)
          .isInstanceOf(SnapshotException.class);
    }
  }

  @Test
  void withOneBitFlippedItIsRefused() throws Exception {
    local();
    byte[] whole = Files.readAllBytes(backUp(request()).file());
    refusesFlips(whole, 1_000, DecryptionKeys.none());
  }

  @Test
  @Tag("scrypt")
  void withAPassphraseItIsOpenedByItAndNothingElse() throws Exception {
    local();
    Path file =
        backUp(
                request(
                    false, Optional.of(Encryption.withPassphrase("correct horse".toCharArray()))))
            .file();

    assertThat(file.toString()).endsWith(".json.age");
    assertThat(snapshot(file, passphrase("correct horse")).facts().entries()).isEqualTo(6);
    assertThat(refusal(() -> snapshot(file, passphrase("wrong horse"))).code())
        .isEqualTo(Code.WRONG_KEY);
    assertThat(refusal(() -> snapshot(file, DecryptionKeys.none())).code())
        .isEqualTo(Code.KEY_NEEDED);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("shop");
  }

  @Test
  void anEncryptedOneThatWasChangedOrCutOffIsRefused() throws Exception {
    local();
    var pair = new com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator().generateKeyPair();
    Encryption recipient = Encryption.forRecipients(List.of(pair.getPublic().toString()));
    byte[] whole = Files.readAllBytes(backUp(request(false, Optional.of(recipient))).file());
    DecryptionKeys keys =
        DecryptionKeys.of(
            List.of(new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII)),
            Optional::empty);
    Path cut = folder.resolve("cut.age");

    Files.write(cut, whole);
    assertThat(snapshot(cut, keys).facts().entries()).isEqualTo(6);
    for (int length = 30; length < whole.length; length += 101) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThat(catchThrowable(() -> snapshot(cut, keys))).isInstanceOf(SnapshotException.class);
    }
    refusesFlips(whole, 300, keys);
  }

  @Test
  void retentionRemovesOnlyWhatThisProgramWrote() throws Exception {
    local();
    List<Path> made = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      made.add(backUpOn(NOW.minus(Duration.ofDays(10 - day))));
    }
    Path series = folder.resolve(".runfabric/backup");
    Path otherService =
        Files.copy(made.getFirst(), series.resolve("pay-local-20200101T000000Z.json"));
    Path noBackup = Files.writeString(series.resolve("shop-local-20200101T000000Z.json"), "{}");
    Path ownName = Files.copy(made.getFirst(), series.resolve("before-the-move.json"));
    Path written = backUp(request()).file();

    List<Path> pruned;
    try (ProjectSession session = session()) {
      pruned =
          new Retention(java.util.OptionalInt.of(3), java.util.OptionalInt.empty())
              .prune(session.project(), written, NOW, Cancellation.never());
    }

    assertThat(pruned).containsExactlyInAnyOrder(made.get(0), made.get(1), made.get(2));
    assertThat(List.of(written, made.get(3), made.get(4), otherService, noBackup, ownName))
        .allMatch(Files::exists);
  }

  @Test
  void whatOneRuleKeepsStays() throws Exception {
    local();
    Path old = backUpOn(NOW.minus(Duration.ofDays(40)));
    Path recent = backUpOn(NOW.minus(Duration.ofDays(5)));
    Path written = backUp(request()).file();

    try (ProjectSession session = session()) {
      assertThat(
              new Retention(java.util.OptionalInt.of(1), java.util.OptionalInt.of(30))
                  .prune(session.project(), written, NOW, Cancellation.never()))
          .containsExactly(old);
    }
    assertThat(recent).exists();
    assertThat(written).exists();
  }

  private void refusesFlips(byte[] whole, int times, DecryptionKeys keys) throws IOException {
    Random random = new Random(4711);
    Path flipped = folder.resolve("flipped");
    for (int i = 0; i < times; i++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      int bit = random.nextInt(8);
      bytes[at] ^= (byte) (1 << bit);
      Files.write(flipped, bytes);
      assertThat(catchThrowable(() -> snapshot(flipped, keys)))
          .as("bit %d of byte %d", bit, at)
          .isInstanceOf(SnapshotException.class);
    }
  }

  private Path backUpOn(Instant time) throws Exception {
    try (ProjectSession session = session(time)) {
      return Backup.write(
              session,
              request(
                  StateFilter.PROJECT,
                  BackupName.free(session.project(), time, false),
                  false,
                  Optional.empty()),
              Progress.NONE,
              Cancellation.never())
          .file();
    }
  }

  private static SnapshotException refusal(ThrowingCallable call) {
    if (catchThrowable(call) instanceof SnapshotException refused) {
      return refused;
    }
    throw new AssertionError("not refused");
  }

  private static DecryptionKeys passphrase(String text) throws SnapshotException {
    return DecryptionKeys.of(List.of(), () -> Optional.of(text.toCharArray()));
  }

  private Map<String, byte[]> local() throws IOException {
    config("service: shop\n");
    Map<String, byte[]> stored = new TreeMap<>();
    MixedState.receipts()
        .forEach((stage, bytes) -> stored.put(".runfabric/" + stage + ".json", bytes));
    put(stored, ".runfabric/state/shop/dev/aws.state.json", MixedState.record("dev", "aws"));
    put(stored, ".runfabric/state/shop/prod/gcp.state.json", MixedState.record("prod", "gcp"));
    put(stored, ".runfabric/state/shop/dev/aws.state.json.lock", MixedState.recordLock());
    put(stored, ".runfabric/journals/shop-dev.journal.json", MixedState.journal("dev"));
    put(stored, ".runfabric/locks/shop-dev.lock.json", MixedState.lock("dev"));
    for (Map.Entry<String, byte[]> document : stored.entrySet()) {
      Path file = folder.resolve(document.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, document.getValue());
    }
    return stored;
  }

  private static void put(Map<String, byte[]> stored, String key, String text) {
    stored.put(key, MixedState.text(text));
  }

  private void sqlite(Map<String, byte[]> receipts) throws Exception {
    Files.createDirectories(folder.resolve(".runfabric"));
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(".runfabric/state.db"))) {
      try (Statement create = connection.createStatement()) {
        create.execute(
            "CREATE TABLE runfabric_receipts(workspace_id TEXT, stage TEXT, data TEXT,"
                + " updated_at TEXT, PRIMARY KEY(workspace_id, stage))");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO runfabric_receipts VALUES ('.', ?, ?, '')")) {
        for (Map.Entry<String, byte[]> receipt : receipts.entrySet()) {
          insert.setString(1, receipt.getKey());
          insert.setString(2, new String(receipt.getValue(), StandardCharsets.UTF_8));
          insert.execute();
        }
      }
    }
  }

  private static Map<String, byte[]> contents(Snapshot snapshot) throws Exception {
    Map<String, byte[]> contents = new TreeMap<>();
    snapshot.read(
        document -> contents.put(document.origin().orElseThrow().key(), document.content()),
        Cancellation.never());
    return contents;
  }

  private Snapshot snapshot(Path file) throws Exception {
    return snapshot(file, DecryptionKeys.none());
  }

  private static Snapshot snapshot(Path file, DecryptionKeys keys) throws Exception {
    return Snapshot.open(SnapshotFile.of(file, keys), Progress.NONE, Cancellation.never());
  }

  private BackupResult backUp(BackupRequest request) throws Exception {
    try (ProjectSession session = session()) {
      return Backup.write(session, request, Progress.NONE, Cancellation.never());
    }
  }

  private BackupRequest request() throws Exception {
    return request(false, Optional.empty());
  }

  private BackupRequest request(boolean allowPartial, Optional<Encryption> encryption)
      throws Exception {
    return request(StateFilter.PROJECT, free(encryption.isPresent()), allowPartial, encryption);
  }

  private Path free(boolean encrypted) throws Exception {
    try (ProjectSession session = session()) {
      return BackupFolder.fileFor(session.project(), NOW, encrypted);
    }
  }

  private static BackupRequest request(
      StateFilter filter, Path file, boolean allowPartial, Optional<Encryption> encryption) {
    return new BackupRequest(filter, file, false, allowPartial, encryption, "test", "tester");
  }

  private ProjectSession session() throws Exception {
    return session(NOW);
  }

  private ProjectSession session(Instant time) throws Exception {
    BackendOptions standard = BackendOptions.standard();
    return ProjectSession.open(
        new ProjectRequest(
            Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), environment),
        new BackendOptions(
            Optional.empty(), Clock.fixed(time, ZoneOffset.UTC), standard.processAlive()));
  }

  private List<Path> backups() throws IOException {
    Path backups = folder.resolve(".runfabric/backup");
    if (!Files.exists(backups)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files.toList();
    }
  }

  private void config(String text) throws IOException {
    file("runfabric.yml", text);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
