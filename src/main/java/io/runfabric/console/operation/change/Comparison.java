package io.runfabric.console.operation.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One wanted document against what is stored in its place.
record Comparison(StateBackend backend, OnConflict onConflict, Wanted wanted, DocumentRef ref) {

  /// What a listing settles by itself; empty when both documents have to be looked at.
  Optional<PlannedChange> settled(Optional<Seen> stored) {
    if (stored.isEmpty()) {
      return Optional.of(change(Verdict.CREATE, Optional.empty(), List.of()));
    }
    return stored.get().digest().equals(Optional.of(wanted.digest()))
        ? Optional.of(change(Verdict.IDENTICAL, Optional.of(stored.get().revision()), List.of()))
        : Optional.empty();
  }

  /// Reads what is stored and compares.
  PlannedChange with(byte[] content) throws BackendException {
    Optional<StoredDocument> stored;
    try {
      stored = backend.read(ref);
    } catch (BackendException e) {
      if (e.code() != Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      return change(Verdict.UNREADABLE, Optional.empty(), List.of());
    }
    if (stored.isEmpty()) {
      return change(Verdict.CREATE, Optional.empty(), List.of());
    }
    Optional<Revision> revision = Optional.of(stored.get().revision());
    if (CanonicalJson.digest(stored.get().content()).equals(wanted.digest())) {
      return change(Verdict.IDENTICAL, revision, List.of());
    }
    try {
      JsonNode theirs = Json.object(stored.get().content());
      JsonNode ours = Json.object(content);
      return change(verdict(theirs, ours), revision, JsonDiff.between(theirs, ours));
    } catch (UnreadableDocumentException _) {
      return change(Verdict.DIFFERS, revision, List.of());
    }
  }

  private Verdict verdict(JsonNode theirs, JsonNode ours) {
    String service = theirs.path("service").asText("");
    if (!service.isEmpty() && !service.equals(wanted.service())) {
      return Verdict.FOREIGN;
    }
    // A journal counts its saves; the engine refuses one that counts less than the stored one.
    if (wanted.part() == Part.JOURNAL) {
      long versions = ours.path("version").asLong(0) - theirs.path("version").asLong(0);
      if (versions != 0) {
        return versions > 0 ? Verdict.NEWER : Verdict.OLDER;
      }
    }
    Optional<Instant> then = Timestamps.parse(theirs.path("updatedAt").asText(""));
    Optional<Instant> now = Timestamps.parse(wanted.updatedAt());
    if (then.isEmpty() || now.isEmpty() || then.equals(now)) {
      return Verdict.DIFFERS;
    }
    return now.get().isAfter(then.get()) ? Verdict.NEWER : Verdict.OLDER;
  }

  private PlannedChange change(
      Verdict verdict, Optional<Revision> stored, List<JsonDiff.Change> changes) {
    return new PlannedChange(
        wanted.part(),
        wanted.service(),
        wanted.stage(),
        wanted.provider(),
        ref,
        Optional.of(wanted.digest()),
        stored,
        verdict,
        action(verdict, stored.isPresent()),
        changes);
  }

  // What cannot be read cannot be replaced on a condition either: it has to be looked at first.
  // What is another service's is not this project's to replace.
  private Action action(Verdict verdict, boolean readable) {
    if (verdict == Verdict.IDENTICAL) {
      return Action.LEAVE;
    }
    if (!verdict.conflict()) {
      return Action.WRITE;
    }
    return switch (onConflict) {
      case FAIL -> Action.REFUSE;
      case SKIP -> Action.LEAVE;
      case OVERWRITE -> readable && verdict != Verdict.FOREIGN ? Action.WRITE : Action.REFUSE;
    };
  }
}
