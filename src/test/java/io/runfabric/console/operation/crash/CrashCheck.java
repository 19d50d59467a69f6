package io.runfabric.console.operation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.crash.CrashPlace.Look;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.workspace.Rekey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at everything an operation may have touched.
record CrashCheck(CrashGround ground) {

  // Leases are told in whole seconds.
  private static final Duration ROUNDED_UP = Duration.ofSeconds(2);

  /// What a killed run left behind that is no loss.
  ///
  /// @param temporaries files that never got their name
  record Leavings(int locks, int temporaries) {}

  /// Nothing is lost, whenever the operation was killed.
  ///
  /// @throws AssertionError when something is
  Leavings nothingIsLost() throws Exception {
    Look target = ground.target().look();
    boolean begun = false;
    boolean finished = true;
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> now = found(target, document);
      boolean old = same(now, ground.before(document));
      boolean wanted = same(now, ground.after(document));
      assertThat(old || wanted).as(document.name() + " is the old or the new one").isTrue();
      begun |= !old;
      finished &= wanted;
    }
    assertThat(others(target)).as("what else there is").isEmpty();
    Set<Lock> locks = new HashSet<>(target.locks());
    locks.addAll(theSourceIsWhole(target));
    assertThat(locks).noneMatch(lock -> lock.state() == Lock.State.UNREADABLE);
    theConfigurationIsWhole(finished);
    theBackupsAreGood(begun);
    return new Leavings(locks.size(), temporaries());
  }

  /// All is as it is meant to become, digest by digest, and nothing is left over.
  void isFinished() throws Exception {
    Look target = ground.target().look();
    for (CrashDocument document : ground.documents()) {
      assertThat(same(found(target, document), ground.after(document)))
          .as(document.name() + " is the new one")
          .isTrue();
    }
    assertThat(others(target)).as("what else there is").isEmpty();
    assertThat(ground.project().typed()).hasContent(ground.configurationAfter());
    theConfigurationIsWhole(/* finished= */ true);
    theBackupsAreGood(/* begun= */ true);
    Set<Lock> locks = new HashSet<>(target.locks());
    locks.addAll(theSourceIsWhole(target));
    locks.removeIf(this::soonOver);
    assertThat(locks).extracting(Lock::ref).as("locks that are left").isEmpty();
  }

  // What a killed run left is over by itself, and within a minute, where it is a rekey's, or where
  // records were that the configuration looks for elsewhere by now.
  private boolean soonOver(Lock lock) {
    boolean unused =
        ground.work() == CrashWork.MIGRATE
            && lock.source() == Lock.Source.RECORD
            && !lock.ref().source().equals(ground.kind().word());
    return (unused || ground.work() == CrashWork.REKEY)
        && Instant.parse(lock.expiresAt())
            .isBefore(Instant.now().plus(Rekey.LEASE).plus(ROUNDED_UP));
  }

  private static Optional<byte[]> found(Look look, CrashDocument document) {
    return Optional.ofNullable(look.contents().get(document.name()));
  }

  private Set<String> others(Look look) {
    Set<String> names = new HashSet<>(look.contents().keySet());
    ground.documents().forEach(document -> names.remove(document.name()));
    return names;
  }

  // Its locks are told.
  private List<Lock> theSourceIsWhole(Look target) throws Exception {
    if (ground.source().isEmpty()) {
      return List.of();
    }
    Look source = ground.source().get().look();
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> now = found(source, document);
      boolean moved =
          ground.work() == CrashWork.REKEY && now.isEmpty() && found(target, document).isPresent();
      assertThat(moved || same(now, document.wanted()))
          .as(document.name() + " at the source")
          .isTrue();
    }
    assertThat(others(source)).as("what else there is at the source").isEmpty();
    return source.locks();
  }

  // It leads to the target only once everything is there.
  private void theConfigurationIsWhole(boolean finished) throws IOException {
    Path file = ground.project().typed();
    String now = Files.readString(file);
    assertThat(now).isIn(ground.configuration(), ground.configurationAfter());
    boolean changed = !now.equals(ground.configuration());
    assertThat(!changed || finished).as("the configuration leads to all of it").isTrue();
    Path kept = file.resolveSibling("runfabric.yml.bak");
    if (changed || Files.exists(kept)) {
      assertThat(kept).hasContent(ground.configuration());
    }
  }

  // And before anything is replaced, it is in one of them.
  private void theBackupsAreGood(boolean begun) throws Exception {
    Set<String> kept = new HashSet<>();
    Path folder = ground.target().folder().resolve(".runfabric/backup");
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.startsWith("rekey-")) {
        for (String line : Files.readAllLines(file)) {
          var _ = Json.object(line.getBytes(StandardCharsets.UTF_8));
        }
      } else if (!name.startsWith(".")) {
        Snapshot.open(
                SnapshotFile.of(file, DecryptionKeys.none()), Progress.NONE, Cancellation.never())
            .read(
                document -> kept.add(CanonicalJson.digest(document.content()).value()),
                Cancellation.never());
      }
    }
    if (!begun) {
      return;
    }
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> before = ground.before(document);
      boolean goes = ground.work() == CrashWork.BACKUP || !same(before, ground.after(document));
      if (before.isPresent() && goes) {
        assertThat(kept)
            .as(document.name() + " is in a backup")
            .contains(CanonicalJson.digest(before.get()).value());
      }
    }
  }

  /// Files that did not get their name: hidden, and for nobody else to read.
  int temporaries() throws IOException {
    int count = 0;
    try (Stream<Path> all = Files.walk(ground.root())) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".tmp")) {
          count++;
          boolean configuration = name.startsWith(".runfabric.yml.");
          assertThat(name).startsWith(".");
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(name)
              .matches(mode -> configuration || mode.equals("rw-------"));
        }
      }
    }
    return count;
  }

  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  // PostgreSQL keeps JSON, not text; what comes from there is as it was there.
  private boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    boolean text = ground.kind() != BackendKind.POSTGRES && ground.from() != BackendKind.POSTGRES;
    return text
        ? Arrays.equals(one.get(), other.get())
        : CanonicalJson.digest(one.get()).equals(CanonicalJson.digest(other.get()));
  }
}
