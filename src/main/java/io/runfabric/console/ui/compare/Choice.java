package io.runfabric.console.ui.compare;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.Unseen;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.operation.history.Side;
import java.time.Instant;

/// A document that can stand on a side.
///
/// @param title what to call it
/// @param aside what tells it from others of that title; may be empty
public record Choice(EntryPlace entry, Side side, String title, String aside) {

  /// An entry as it is stored now.
  public static Choice now(Entry entry) {
    return new Choice(
        EntryPlace.of(entry),
        Side.NOW,
        entry.stage() + ", now",
        entry.kind().word() + (entry.provider().isEmpty() ? "" : " · " + entry.provider()));
  }

  /// An entry as it was.
  public static Choice of(Entry entry, KeptVersion version, Instant now) {
    String age =
        version.at().map(at -> Timestamps.relative(at, now)).orElse(version.side().title());
    return new Choice(
        EntryPlace.of(entry),
        version.side(),
        entry.stage() + ", " + age,
        version.foundIn().getFirst());
  }

  /// The same entry, taken from somewhere else.
  Choice from(Side other) {
    return new Choice(entry, other, other.title(), entry.name());
  }

  boolean same(Choice other) {
    return entry.equals(other.entry) && side.equals(other.side);
  }

  @Override
  public String toString() {
    return Unseen.shown(aside.isEmpty() ? title : title + "  ·  " + aside);
  }
}
