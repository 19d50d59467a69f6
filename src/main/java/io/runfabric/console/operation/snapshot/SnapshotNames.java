package io.runfabric.console.operation.snapshot;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.document.Identifiers;
import io.runfabric.console.model.RecordKey;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which addresses a backup may hold: those a key can be made of. The same rule holds for writing
/// and for reading, so no backup is written that could not be read.
public final class SnapshotNames {

  private static final Pattern DOTS = Pattern.compile("(^|[/\\\\])\\.{1,2}([/\\\\]|$)");

  private SnapshotNames() {}

  /// Why no key may be made of this address; empty when one may.
  public static Optional<String> problem(SnapshotPart part, SnapshotAddress address) {
    return switch (part) {
      case RECEIPT -> exact("stage", address.stage());
      case RECORD, LOCK -> record(address);
      case JOURNAL, STAGE_LOCK, UNREADABLE -> Optional.empty();
    };
  }

  // Engine 1 replaces what may not stand in a key, so only what it would make a path of is refused.
  private static Optional<String> record(SnapshotAddress address) {
    return part("service", address.service())
        .or(() -> part("stage", address.stage()))
        .or(() -> part("provider", address.provider()));
  }

  private static Optional<String> part(String what, String name) {
    if (DOTS.matcher(name.strip()).find()) {
      return Optional.of("the " + what + " name is a path");
    }
    return exact(what, RecordKey.part(name));
  }

  private static Optional<String> exact(String what, String name) {
    try {
      Identifiers.checked(what, name);
      return Optional.empty();
    } catch (BackendException e) {
      return Optional.of(e.sentence());
    }
  }
}
