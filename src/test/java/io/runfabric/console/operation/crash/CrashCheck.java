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
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.workspace.Rekey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at everything an operation may have touched.
record CrashCheck(CrashGround ground) {

  /// What a killed run left behind that is no loss.
  ///
  /// @param temporaries files that never got their name
  record Leavings(int locks, int temporaries) {}

  /// Nothing is lost, whenever the operation was killed.
  ///
  /// @throws AssertionError when something is
  Leavings nothingIsLost() throws Exception {
    Map<String, byte[]> there = ground.target().contents();
    boolean begun = false;
    boolean finished = true;
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> now = Optional.ofNullable(there.remove(document.name()));
      boolean old = same(now, ground.before(document));
      boolean wanted = same(now, ground.after(document));
      assertThat(old || wanted).as(document.name() + " is the old or the new one").isTrue();
      begun |= !old;
      finished &= wanted;
    }
    assertThat(there.keySet()).as("what else there is").isEmpty();
    theSourceIsWhole();
    theConfigurationIsWhole(finished);
    theBackupsAreGood(begun);
    Set<Lock> locks = new HashSet<>();
    for (CrashPlace place : places()) {
      locks.addAll(place.locks());
    }
    assertThat(locks).allMatch(lock -> lock.state() == Lock.State.HELD, "a whole lock");
    return new Leavings(locks.size(), temporaries());
  }

  /// All is as it is meant to become, and nothing is left over.
  void isFinished() throws Exception {
    Map<String, byte[]> there = ground.target().contents();
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> now = Optional.ofNullable(there.remove(document.name()));
      assertThat(same(now, ground.after(document)))
          .as(document.name() + " is the new one")
          .isTrue();
    }
    assertThat(there.keySet()).as("what else there is").isEmpty();
    theSourceIsWhole();
    theConfigurationIsWhole(/* finished= */ true);
    assertThat(ground.project().typed()).hasContent(ground.configurationAfter());
    theBackupsAreGood(/* begun= */ true);
    for (CrashPlace place : places()) {
      assertThat(place.locks()).as("locks that are left").noneMatch(this::inTheWay);
    }
  }

  // A killed rekey's locks of stages that are done end by themselves.
  private boolean inTheWay(Lock lock) {
    return ground.work() != CrashWork.REKEY
        || Instant.parse(lock.expiresAt()).isAfter(Instant.now().plus(Rekey.LEASE));
  }

  private List<CrashPlace> places() {
    List<CrashPlace> places = new ArrayList<>(List.of(ground.target()));
    ground.source().ifPresent(places::add);
    return places;
  }

  private void theSourceIsWhole() throws Exception {
    if (ground.source().isEmpty()) {
      return;
    }
    boolean rekey = ground.work() == CrashWork.REKEY;
    Map<String, byte[]> there = ground.source().get().contents();
    Map<String, byte[]> arrived = rekey ? ground.target().contents() : Map.of();
    for (CrashDocument document : ground.documents()) {
      Optional<byte[]> now = Optional.ofNullable(there.remove(document.name()));
      boolean untouched = same(now, document.wanted());
      boolean moved = now.isEmpty() && arrived.containsKey(document.name());
      assertThat(untouched || moved).as(document.name() + " at the source").isTrue();
    }
    assertThat(there.keySet()).as("what else there is at the source").isEmpty();
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
