package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.document.OrderedReads;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.ChangePlan.Rules;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A plan in the making. The backend is listed once; only of documents that differ the stored one
/// is read again, for the differences.
final class Planning implements Feed.Sink {

  private final StateBackend backend;
  private final Rules rules;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<DocumentRef, Seen> seen = new HashMap<>();
  private final List<Entry> extra = new ArrayList<>();
  private final Set<DocumentRef> taken = new HashSet<>();
  private final List<PlannedChange> changes = new ArrayList<>();
  private final OrderedReads<PlannedChange> comparing;
  private Optional<BackendException> failure = Optional.empty();

  Planning(StateBackend backend, Rules rules, Progress progress, Cancellation cancellation) {
    this.backend = backend;
    this.rules = rules;
    this.progress = progress;
    this.cancellation = cancellation;
    this.comparing = new OrderedReads<>(backend.atOnce(), this::planned, cancellation);
  }

  /// Looks at what is stored.
  void look() throws BackendException {
    backend.documents(
        document -> {
          Entry entry = document.entry();
          if (!rules.generations().contains(entry.kind())) {
            return;
          }
          seen.put(entry.ref(), Seen.of(document));
          if (rules.extra().test(entry)) {
            extra.add(entry);
          }
        },
        cancellation);
  }

  @Override
  public void take(Wanted wanted, byte[] content) {
    if (failure.isPresent()) {
      return;
    }
    try {
      DocumentRef ref = wanted.place(backend);
      if (!taken.add(ref)) {
        throw new BackendException(
            Code.INVALID,
            "two of the entries belong in the same place: " + ref.key(),
            "leave one of them out");
      }
      Comparison comparison = new Comparison(backend, rules.onConflict(), wanted, ref);
      if (wanted.part() == Part.JOURNAL) {
        comparing.submit(() -> Optional.of(comparison.with(content)));
        return;
      }
      Optional<Seen> stored = Optional.ofNullable(seen.get(ref));
      Optional<PlannedChange> settled = comparison.settled(stored);
      comparing.submit(
          () -> Optional.of(settled.isPresent() ? settled.get() : comparison.with(content)));
    } catch (BackendException e) {
      failure = Optional.of(e);
    }
  }

  private void planned(PlannedChange change) {
    changes.add(change);
    progress.at(changes.size(), -1);
  }

  /// The plan, once all that is wanted was handed over.
  ChangePlan plan() throws BackendException {
    try (comparing) {
      if (failure.isPresent()) {
        throw failure.get();
      }
      comparing.finish();
    }
    extra.stream()
        .filter(entry -> !taken.contains(entry.ref()))
        .map(Planning::gone)
        .forEach(changes::add);
    changes.forEach(change -> seen.remove(change.ref()));
    Map<String, Long> besides = new TreeMap<>();
    seen.values().forEach(one -> besides.merge(one.service(), 1L, Long::sum));
    return new ChangePlan(rules.operation(), List.copyOf(changes), besides);
  }

  private static PlannedChange gone(Entry entry) {
    return new PlannedChange(
        Part.of(entry.kind()),
        entry.service(),
        entry.stage(),
        entry.provider(),
        entry.ref(),
        Optional.empty(),
        Optional.of(entry.revision()),
        Verdict.EXTRA,
        Action.REMOVE,
        List.of());
  }
}
