package io.runfabric.console.operation.history;

import io.runfabric.console.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One state an entry was in, however often it is kept.
///
/// @param side where to read it
/// @param at when the store got it; where no store tells, when the document says it was written, or
///   else when it was first backed up
/// @param size in bytes; 0 for a deletion
/// @param digest of its content, as [io.runfabric.console.model.CanonicalJson#digest] makes it;
///   empty where it was not read
/// @param now whether it is what is stored now
/// @param deletion whether the entry was removed then
/// @param by who made the backup; empty for what the store keeps by itself
/// @param foundIn every place that keeps it, in words
public record KeptVersion(
    Side side,
    Optional<Instant> at,
    long size,
    Optional<Revision> digest,
    boolean now,
    boolean deletion,
    String by,
    List<String> foundIn) {

  private static final int ENOUGH = 12;

  /// Enough of the digest to tell versions apart; empty where it is not known.
  public String shortDigest() {
    return digest
        .map(Revision::hex)
        .map(hex -> hex.substring(0, Math.min(ENOUGH, hex.length())))
        .orElse("");
  }

  /// Whether it can be read, and is not what is stored now.
  public boolean earlier() {
    return !now && !deletion;
  }
}
