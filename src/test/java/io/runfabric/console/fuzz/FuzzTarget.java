package io.runfabric.console.fuzz;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.JournalFormat;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.RecordFormat;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      "{\"version\": 1, \"createdAt\": \"2026-03-01T10:00:00Z\", \"receipts\": [], \"locks\": []}",
      "{\"states\": [{\"service\": \"s\"}], \"backend\": \"local\", \"manifest\": {}}") {
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
        Snapshot snapshot = Snapshot.open(source, Progress.NONE, Cancellation.never());
        snapshot.read(_ -> {}, Cancellation.never());
      } catch (SnapshotException _) {
        // In its own words.
      }
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
