package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What putting a set of entries into a backend would do, entry by entry. Making it only reads.
///
/// @param operation what for, such as `restore`; locks carry it
public record ChangePlan(String operation, List<PlannedChange> changes) {

  /// What to plan for.
  ///
  /// @param onConflict what becomes of entries that may be newer than what is wanted
  /// @param extra which of the entries that are stored and not wanted are removed
  public record Rules(String operation, OnConflict onConflict, Predicate<Entry> extra) {

    /// Entries that are not wanted stay.
    public static final Predicate<Entry> KEEP = _ -> false;
  }

  /// Compares every wanted entry with what is stored.
  ///
  /// @throws BackendException also for a wanted entry whose names no key may be made of
  public static ChangePlan of(
      List<Wanted> wanted,
      StateBackend backend,
      Rules rules,
      Progress progress,
      Cancellation cancellation)
      throws BackendException {
    List<DocumentRef> places = new ArrayList<>(wanted.size());
    Set<DocumentRef> taken = new HashSet<>();
    for (Wanted one : wanted) {
      DocumentRef ref = backend.locate(one.address());
      if (!taken.add(ref)) {
        throw new BackendException(
            Code.INVALID,
            "two of the entries belong in the same place: " + ref.key(),
            "leave one of them out");
      }
      places.add(ref);
    }
    List<PlannedChange> changes = new ArrayList<>(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      cancellation.check();
      changes.add(compared(wanted.get(i), places.get(i), backend, rules.onConflict()));
      progress.at(i + 1L, wanted.size());
    }
    backend.entries(
        entry -> {
          if (!taken.contains(entry.ref()) && rules.extra().test(entry)) {
            changes.add(extra(entry));
          }
        },
        cancellation);
    return new ChangePlan(rules.operation(), List.copyOf(changes));
  }

  /// The changes that stop the plan.
  public List<PlannedChange> refused() {
    return with(Action.REFUSE);
  }

  /// The entries that change.
  public List<PlannedChange> effective() {
    return changes.stream().filter(PlannedChange::effective).toList();
  }

  public List<PlannedChange> with(Action action) {
    return changes.stream().filter(change -> change.action() == action).toList();
  }

  private static PlannedChange compared(
      Wanted wanted, DocumentRef ref, StateBackend backend, OnConflict onConflict)
      throws BackendException {
    Optional<StoredDocument> stored;
    Verdict verdict;
    try {
      stored = backend.read(ref);
      verdict = stored.map(there -> verdict(wanted, there)).orElse(Verdict.CREATE);
    } catch (BackendException e) {
      if (e.code() != Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      stored = Optional.empty();
      verdict = Verdict.UNREADABLE;
    }
    return new PlannedChange(
        wanted.name(),
        wanted.kind(),
        wanted.service(),
        wanted.stage(),
        wanted.provider(),
        ref,
        Optional.of(wanted),
        stored,
        verdict,
        action(verdict, stored.isPresent(), onConflict),
        verdict == Verdict.IDENTICAL
            ? List.of()
            : stored
                .map(there -> differences(there.content(), wanted.content()))
                .orElse(List.of()));
  }

  private static Verdict verdict(Wanted wanted, StoredDocument stored) {
    if (CanonicalJson.digest(stored.content()).equals(CanonicalJson.digest(wanted.content()))) {
      return Verdict.IDENTICAL;
    }
    Optional<Instant> theirs = updatedAt(stored.content());
    Optional<Instant> ours = Timestamps.parse(wanted.updatedAt());
    if (theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours)) {
      return Verdict.DIFFERS;
    }
    return ours.get().isAfter(theirs.get()) ? Verdict.NEWER : Verdict.OLDER;
  }

  // What cannot be read cannot be replaced on a condition either: it has to be looked at first.
  private static Action action(Verdict verdict, boolean readable, OnConflict onConflict) {
    if (verdict == Verdict.IDENTICAL) {
      return Action.LEAVE;
    }
    if (!verdict.conflict()) {
      return Action.WRITE;
    }
    return switch (onConflict) {
      case FAIL -> Action.REFUSE;
      case SKIP -> Action.LEAVE;
      case OVERWRITE -> readable ? Action.WRITE : Action.REFUSE;
    };
  }

  private static PlannedChange extra(Entry entry) {
    return new PlannedChange(
        entry.kind().word() + " " + entry.stage(),
        entry.kind(),
        entry.service(),
        entry.stage(),
        entry.provider(),
        entry.ref(),
        Optional.empty(),
        Optional.of(new StoredDocument(entry.ref().key(), new byte[0], entry.revision())),
        Verdict.EXTRA,
        Action.REMOVE,
        List.of());
  }

  private static Optional<Instant> updatedAt(byte[] content) {
    try {
      return Timestamps.parse(Json.object(content).path("updatedAt").asText(""));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  private static List<JsonDiff.Change> differences(byte[] stored, byte[] wanted) {
    try {
      return JsonDiff.between(Json.object(stored), Json.object(wanted));
    } catch (UnreadableDocumentException _) {
      return List.of();
    }
  }
}
