package io.runfabric.console.operation.history;

import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One place where an entry was found as it was at some time.
///
/// @param seen when it was like that for certain
/// @param written when it became like that, as far as anybody tells
record Sighting(
    Side side,
    Instant seen,
    Optional<Instant> written,
    long size,
    Optional<Revision> digest,
    boolean now,
    boolean deletion,
    String by,
    String where) {

  /// When a document says it was written.
  static Optional<Instant> told(byte[] content) {
    try {
      return Timestamps.parse(Json.object(content).path("updatedAt").asText(""));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  static Optional<Revision> digest(byte[] content) {
    return Optional.of(CanonicalJson.digest(content));
  }

  /// One version for all that were seen in a row with the same content, newest first.
  static List<KeptVersion> folded(List<Sighting> sightings) {
    List<Sighting> sorted = new ArrayList<>(sightings);
    sorted.sort(
        Comparator.comparing(Sighting::now)
            .thenComparing(Sighting::seen)
            // A safety copy is taken right before what is written in the same second.
            .thenComparing(one -> one.side instanceof Side.Version)
            .reversed());
    List<KeptVersion> versions = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !sorted.get(from).alike(sorted.get(i))) {
        versions.add(one(sorted.subList(from, i)));
        from = i;
      }
    }
    return List.copyOf(versions);
  }

  private boolean alike(Sighting other) {
    return digest.isPresent() && digest.equals(other.digest);
  }

  // The store's own is the best to go back to: nobody can have moved its file.
  private static KeptVersion one(List<Sighting> run) {
    Sighting best =
        run.stream()
            .filter(one -> one.now || one.side instanceof Side.Version)
            .findFirst()
            .orElse(run.getFirst());
    Optional<Instant> ofStore =
        run.stream()
            .filter(one -> one.side instanceof Side.Version || one.now)
            .flatMap(one -> one.written.stream())
            .min(Comparator.naturalOrder());
    Optional<Instant> at =
        ofStore
            .or(() -> run.stream().flatMap(one -> one.written.stream()).findFirst())
            .or(() -> run.stream().map(Sighting::seen).min(Comparator.naturalOrder()));
    return new KeptVersion(
        best.side,
        at,
        best.size,
        best.digest,
        best.now,
        best.deletion,
        best.by,
        run.stream().map(Sighting::where).distinct().toList());
  }
}
