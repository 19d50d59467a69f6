package io.runfabric.console.backend.race;

import io.runfabric.console.model.EntryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is raced for: one kind of lock.
///
/// @param name for people
/// @param lock whose entries it protects
/// @param oneMachine whether all contenders share a project folder; else each has its own, so that
///   nothing but the remote lock keeps them apart
/// @param config the `backend:` or `state:` block
record RaceGround(String name, Lock lock, boolean oneMachine, String config) {

  /// How the lock is taken.
  enum Lock {
    RECEIPT,
    RECORD,
    /// By a store that ignores preconditions: the race must find two holders.
    CARELESS;

    EntryKind entries() {
      return this == RECORD ? EntryKind.RECORD : EntryKind.RECEIPT;
    }
  }

  static RaceGround local(String name, Lock lock) {
    return new RaceGround(name, lock, true, "backend:\n  kind: local\n");
  }

  static RaceGround remote(String name, Lock lock, String config) {
    return new RaceGround(name, lock, false, config);
  }

  /// Writes the project of one contender and tells its runfabric.yml.
  Path project(Path root, int contender) throws IOException {
    Path folder = root.resolve(oneMachine ? "shared" : "machine-" + contender);
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve("runfabric.yml"),
        """
        service: shop
        provider:
          name: aws-lambda
          runtime: nodejs22.x
          region: us-east-1
        """
            + config);
  }
}
