package io.runfabric.console.fuzz;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.azblob.AzblobAccess;
import io.runfabric.console.backend.azblob.AzblobDocumentStore;
import io.runfabric.console.backend.gcs.GoogleLogin;
import io.runfabric.console.backend.postgres.ConnectionStrings;
import io.runfabric.console.config.BackendChange;
import io.runfabric.console.config.BackendEditor;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.DriftIgnoreEditor;
import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.config.UneditableException;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.JournalFormat;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotSource;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.kubernetes.Kubernetes;
import io.runfabric.console.ui.shell.SettingsFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What reads bytes that anybody may have written. Each takes any bytes at all: it understands
/// them, or refuses them in its own words; whatever else it throws is a bug.
enum FuzzTarget {
  CONFIGURATION(
      "service: shop\nprovider: {name: aws-lambda}\nbackend:\n  kind: ${env:KIND, local}\n",
      "service: s\nstate:\n  backend: s3\n  s3: {bucket: b}\nsecrets: {a: secret://b}\n",
      "service: &a x\nstages:\n  dev: {backend: {kind: sqlite}}\nfunctions: [*a]\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve("runfabric.yml"), input);
      Files.deleteIfExists(folder.resolve(".env"));
      load(folder);
    }
  },
  DOTENV("A=1\nexport B='two'\nC=\"x\\ny\"\n#no\n", "KIND=sqlite\n\uFEFFX=${A}\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Files.writeString(
          folder.resolve("runfabric.yml"),
          "service: ${env:A, shop}\nbackend: {kind: '${env:KIND, local}'}\n");
      Files.write(folder.resolve(".env"), input);
      load(folder);
    }
  },
  RECEIPT(
      "{\"version\": 2, \"service\": \"s\", \"stage\": \"dev\", \"outputs\": {\"a\": \"b\"},"
          + " \"functions\": [{\"function\": \"f\"}], \"updatedAt\": \"2026-03-01T10:00:00Z\"}",
      "{\"version\": 2, \"artifacts\": [{\"sizeBytes\": 1e9}], \"metadata\": null}") {
    @Override
    void take(byte[] input, Path folder) {
      try {
        var _ = ReceiptFormat.facts(ReceiptFormat.read(input));
      } catch (UnreadableDocumentException _) {
        // In its own words.
      }
    }
  },
  RECORD(
      "{\"schemaVersion\": 2, \"provider\": \"p\", \"service\": \"s\", \"stage\": \"dev\","
          + " \"lifecycle\": \"applied\", \"details\": {\"x\": [1, {\"token\": \"t\"}]}}") {
    @Override
    void take(byte[] input, Path folder) {
      try {
        var _ = RecordFormat.facts(RecordFormat.read(input));
      } catch (UnreadableDocumentException _) {
        // In its own words.
      }
    }
  },
  JOURNAL(
      "{\"service\": \"s\", \"stage\": \"dev\", \"operation\": \"deploy\", \"status\": \"active\","
          + " \"version\": 3, \"attempt\": 1, \"checkpoints\": [{\"name\": \"n\", \"status\":"
          + " \"done\"}], \"checksum\": \"00\"}") {
    @Override
    void take(byte[] input, Path folder) {
      var _ = JournalFormat.read(input, "s-dev", REF, REVISION);
    }
  },
  LOCK(
      "{\"service\": \"s\", \"stage\": \"dev\", \"ownerToken\": \"t\", \"pid\": 1, \"createdAt\":"
          + " \"2026-03-01T10:00:00Z\", \"expiresAt\": \"2026-03-01T10:00:00Z\"}",
      "{\"lockId\": \"i\", \"owner\": \"pid:12\", \"heartbeatAt\": \"x\", \"ttl\": 1e400}") {
    @Override
    void take(byte[] input, Path folder) {
      LockFormat format = new LockFormat(Instant.EPOCH, Duration.ofMinutes(1), pid -> pid % 2 == 0);
      List<Lock> locks =
          List.of(
              format.file(input, "s-dev", true, REF, REVISION),
              format.item(input, "s:dev", REF, REVISION),
              format.row(input, "dev", REF, REVISION),
              format.legacyFile(input, "s-dev", REF, REVISION),
              format.record(input, new RecordKey("s", "dev", "p"), true, REF, REVISION));
      if (locks.stream().anyMatch(lock -> lock.live() && lock.state() == Lock.State.STALE)) {
        throw new IllegalStateException("both live and stale: " + locks);
      }
    }
  },
  BACKUP(
      "{\"backend\": \"local\", \"service\": \"s\", \"releases\": [{\"stage\": \"dev\","
          + " \"updatedAt\": \"2026-03-01T10:00:00Z\"}], \"receipts\": {\"dev\": {\"version\": 2,"
          + " \"stage\": \"dev\"}}}",
      "{\"schemaVersion\": 2, \"createdAt\": \"2026-03-01T10:00:00Z\", \"backend\": \"local\","
          + " \"records\": [{\"address\": {\"service\": \"s\", \"stage\": \"dev\", \"provider\":"
          + " \"p\"}, \"record\": {\"schemaVersion\": 2}}], \"locks\": [{\"address\": {\"service\":"
          + " \"s\"}, \"lock\": {}}]}",
      "{\"backend\": \"local\", \"receipts\": {}, \"records\": [], \"journals\": [],"
          + " \"unreadable\": [{\"address\": {}, \"reason\": \"r\", \"base64\": \"AA==\"}],"
          + " \"manifest\": {\"sha256\": \"0\"}}") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      SnapshotSource source =
          new SnapshotSource() {
            @Override
            public InputStream open() {
              return new ByteArrayInputStream(input);
            }

            @Override
            public boolean encrypted() {
              return false;
            }
          };
      try {
        read(source);
      } catch (SnapshotException _) {
        // In its own words.
      }
    }
  },
  ENCRYPTED(
      "age-encryption.org/v1\n"
          + "-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n"
          + "EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n"
          + "--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n"
          + "x",
      "age-encryption.org/v1\n-> grease x y\n\n--- AAAA\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("backup.age");
      byte[] start = "age-encryption.org/".getBytes(StandardCharsets.UTF_8);
      boolean begun =
          Arrays.equals(start, 0, start.length, input, 0, Math.min(start.length, input.length));
      Files.write(file, begun ? input : concatenated(start, input));
      try {
        read(SnapshotFile.of(file, DecryptionKeys.of(List.of(IDENTITY), Optional::empty)));
      } catch (SnapshotException _) {
        // In its own words.
      }
    }
  },
  IDENTITIES(
      "# created: 2026\n# public key: age1\n" + FuzzTarget.IDENTITY + "\n",
      "AGE-SECRET-KEY-1QQ\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("key.txt");
      Files.write(file, input);
      try {
        var _ = DecryptionKeys.of(DecryptionKeys.identities(file), Optional::empty);
      } catch (SnapshotException _) {
        // In its own words.
      }
    }
  },
  IGNORED(
      "# agreed\nignore:\n  - id: 3f2a90c1d4e5\n    reason: as agreed\n    until: 2026-12-31\n",
      "ignore: [{id: 3f2a90c1d4e5, reason: \"x\", until: 2026-12-31}]\n",
      "ignore:\n- {id: &a 3f2a90c1d4e5, reason: *a, until: 2026-12-31}\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("drift-ignore.yml");
      Files.write(file, input);
      Ignored wanted = new Ignored("0123456789ab", "it's: #so", LocalDate.of(2026, 12, 31));
      try {
        String text = DriftIgnores.text(file);
        List<Ignored> before = DriftIgnores.of(file, text);
        String more = DriftIgnoreEditor.with(file, text, wanted);
        if (!DriftIgnores.of(file, more).contains(wanted)) {
          throw new IllegalStateException("added, and not there");
        }
        if (!before.stream().map(Ignored::id).toList().contains(wanted.id())
            && !DriftIgnores.of(file, DriftIgnoreEditor.without(file, more, wanted.id()))
                .equals(before)) {
          throw new IllegalStateException("taken off, and not as before");
        }
      } catch (InvalidProjectException | UneditableException _) {
        // In its own words.
      }
    }
  },
  EDITED(
      "service: s # x\nbackend:\n  kind: local\n  s3Bucket: b\nfunctions: {}\n",
      "service: s\nstages:\n  dev:\n    backend: {kind: sqlite}\n",
      "service: s\r\nbackend: &b\r\n  kind: local\r\nx: *b\r\n") {
    @Override
    void take(byte[] input, Path folder) {
      String text = new String(input, StandardCharsets.UTF_8);
      for (Optional<String> stage : List.of(Optional.<String>empty(), Optional.of("dev"))) {
        BackendChange change =
            BackendChange.to(
                new BackendSettings.S3("b#: c", "p", "r", Optional.empty()), folder, stage);
        try {
          String edited = BackendEditor.edited(text, change);
          if (!BackendEditor.edited(edited, change).equals(edited)) {
            throw new IllegalStateException("edited twice is not edited once");
          }
        } catch (UneditableException _) {
          // In its own words.
        }
      }
    }
  },
  BASELINE(
      "{\"service\": \"s\", \"counts\": {}, \"findings\": [{\"id\": \"3f2a90c1d4e5\", \"category\":"
          + " \"config\"}], \"known\": []}",
      "{\"ok\": true, \"result\": {\"service\": \"s\", \"counts\": {}, \"findings\": []}}") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("baseline.json");
      Files.write(file, input);
      try {
        var _ = DriftBaseline.read(file, "s");
      } catch (UnreadableDocumentException _) {
        // In its own words.
      }
    }
  },
  ACTIVITY(
      "{\"formatVersion\": 1, \"at\": \"2026-03-01T10:00:00Z\", \"who\": \"u\", \"operation\":"
          + " \"o\"}\n",
      "{\"at\": 1, \"keys\": [1, null]}\nhalf a li") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve("activity.jsonl"), input);
      var _ = new ActivityLog(folder, Clock.systemUTC(), _ -> {}).newest(100, _ -> true);
    }
  },
  SETTINGS(
      "{\"formatVersion\": 1, \"theme\": \"dark\", \"textPercent\": 110, \"recents\": [{\"file\":"
          + " \"/a\", \"name\": \"a\"}], \"habits\": {}, \"window\": {\"x\": 1e99}}") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Path file = folder.resolve("window.json");
      Files.write(file, input);
      var _ = new SettingsFile(file, Runnable::run).get();
    }
  },
  KUBECONFIG(
      "apiVersion: v1\ncurrent-context: c\ncontexts: [{name: c, context: {cluster: k, user: u}}]\n"
          + "clusters: [{name: k, cluster: {server: 'https://k:6443', certificate-authority-data:"
          + " LS0=}}]\nusers: [{name: u, user: {token: t}}]\n",
      "users: [{name: u, user: {client-key-data: LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t}}]\n",
      "a: !!int '12'\nb: !!timestamp 2026-01-01\nc: !!set {x}\n? *a\n: {<<: x}\n") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve("kubeconfig"), input);
      // As if a project's own .env named it: then no program is run.
      CloudAccess access =
          new CloudAccess(Map.of("KUBECONFIG", "kubeconfig"), "r", folder, Set.of("KUBECONFIG"));
      try (Kubernetes cloud = Kubernetes.open(access)) {
        var _ = cloud.lookups(ReceiptFormat.read(RECEIPT_OF_A_CLUSTER));
      } catch (BackendException _) {
        // In its own words.
      } catch (UnreadableDocumentException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  DSN(
      "postgres://u:p%40@h:5432,[::1]:1/d?sslmode=verify-full&search_path=a",
      "host=h port='5432' dbname = 'a\\'b' user=u password=''") {
    @Override
    void take(byte[] input, Path folder) {
      var _ = ConnectionStrings.understood(new String(input, StandardCharsets.UTF_8));
    }
  },
  AZURE_CONNECTION(
      "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9v;EndpointSuffix=core.windows.net",
      "BlobEndpoint=http://127.0.0.1:1/a;SharedAccessSignature=sv=1&sig=x;AccountName=a") {
    @Override
    void take(byte[] input, Path folder) {
      try {
        AzblobDocumentStore.open(
                new AzblobAccess(
                    Map.of(
                        "AZURE_STORAGE_CONNECTION_STRING",
                        new String(input, StandardCharsets.UTF_8))),
                "c",
                "p")
            .close();
      } catch (BackendException _) {
        // In its own words.
      }
    }
  },
  GOOGLE_KEY(
      "{\"type\": \"service_account\", \"client_email\": \"a@b\", \"private_key\": \"-----BEGIN"
          + " PRIVATE KEY-----\\nAA==\\n-----END PRIVATE KEY-----\", \"private_key_id\": \"i\","
          + " \"client_id\": \"1\"}",
      "{\"type\": \"authorized_user\", \"client_id\": \"c\", \"client_secret\": \"s\","
          + " \"refresh_token\": \"r\"}") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      Files.write(folder.resolve("key.json"), input);
      try {
        new GoogleLogin(
                Map.of("GOOGLE_APPLICATION_CREDENTIALS", "key.json"),
                folder,
                GoogleLogin.CLOUD_PLATFORM,
                "try a key")
            .prove();
      } catch (BackendException _) {
        // In its own words.
      }
    }
  },
  INTERPOLATION("${env:A, x}-${stage}", "${secret:k}${env:B}", "${env:A,${env:B}}") {
    @Override
    void take(byte[] input, Path folder) throws IOException {
      String text =
          Json.line(
              Json.MAPPER.getNodeFactory().textNode(new String(input, StandardCharsets.UTF_8)));
      Files.writeString(
          folder.resolve("runfabric.yml"),
          "service: shop\nbackend: {kind: s3, s3Bucket: b, s3Prefix: "
              + text
              + "}\nsecrets: {k: "
              + text
              + "}\n");
      Files.deleteIfExists(folder.resolve(".env"));
      load(folder);
    }
  },
  SHELL_LINE("runfabric-console list --stage 'a b'", "$'\\033[31m' a\\ b 'it'\\''s'") {
    @Override
    void take(byte[] input, Path folder) {
      String text = new String(input, StandardCharsets.UTF_8);
      List<String> words = List.of(text.split(" ", -1));
      if (!ShellWords.split(ShellWords.line(words)).equals(words)) {
        throw new IllegalStateException("other words than were written");
      }
      var _ = ShellWords.split(text);
    }
  },
  CANONICAL("{\"a\": [1, 2.50, -0e3, \"\\u00e4\", null, {\"b\": true}]}") {
    @Override
    void take(byte[] input, Path folder) {
      Revision once = CanonicalJson.digest(input);
      if (!once.equals(CanonicalJson.digest(input))) {
        throw new IllegalStateException("two digests of the same bytes");
      }
    }
  },
  REDACTION(
      "{\"password\": \"x\", \"n\": \"{\\\"token\\\": \\\"y\\\"}\"}",
      "postgres://u:p@h/d?sslmode=x Authorization: Bearer a.b.c AccountKey=Zm9v;") {
    @Override
    void take(byte[] input, Path folder) {
      String once = Redactor.masking().text(new String(input, StandardCharsets.UTF_8));
      if (!Redactor.masking().text(once).equals(once)) {
        throw new IllegalStateException("masking is not stable");
      }
    }
  };

  /// Of the age specification's test vectors.
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

  private static final byte[] RECEIPT_OF_A_CLUSTER =
      "{\"version\": 2, \"service\": \"s\", \"stage\": \"dev\", \"outputs\": {\"namespace\": \"n\"}}"
          .getBytes(StandardCharsets.UTF_8);

  private static final DocumentRef REF = new DocumentRef("local", "a/key.json");
  private static final Revision REVISION = new Revision("1");

  @SuppressWarnings("ImmutableEnumChecker") // It is, by List.of.
  private final List<String> seeds;

  FuzzTarget(String... seeds) {
    this.seeds = List.of(seeds);
  }

  /// Well-formed inputs to begin with.
  List<byte[]> seeds() {
    return seeds.stream().map(seed -> seed.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// @param folder to be used and left as it may be
  abstract void take(byte[] input, Path folder) throws IOException;

  private static void read(SnapshotSource source) throws IOException, SnapshotException {
    Snapshot snapshot = Snapshot.open(source, Progress.NONE, Cancellation.never());
    snapshot.read(_ -> {}, Cancellation.never());
  }

  private static byte[] concatenated(byte[] start, byte[] end) {
    byte[] all = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, all, start.length, end.length);
    return all;
  }

  private static void load(Path folder) {
    try {
      var _ =
          ProjectLoader.load(
              new ProjectRequest(
                  Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of()));
    } catch (InvalidProjectException e) {
      if (e.problems().isEmpty()) {
        throw new IllegalStateException("refused without a word", e);
      }
    }
  }
}
