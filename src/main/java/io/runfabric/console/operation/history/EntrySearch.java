package io.runfabric.console.operation.history;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which entry of a stage is meant: its receipt, unless something else is said or there is only a
/// state record.
///
/// @param provider of a state record, or what a receipt says
public record EntrySearch(String stage, Optional<EntryKind> kind, Optional<String> provider) {

  /// Finds the entry. One that is not stored has a place all the same: what was there may be looked
  /// for elsewhere.
  ///
  /// @throws BackendException with [Code#INVALID] and the choices when several are meant
  public EntryPlace in(ProjectSession session, Cancellation cancellation) throws BackendException {
    StateBackend backend = session.backend();
    if (kind.equals(Optional.of(EntryKind.RECEIPT))) {
      return EntryPlace.in(backend, EntryAddress.receipt(stage));
    }
    if (kind.isPresent() && provider.isPresent()) {
      return EntryPlace.in(backend, record(session, provider.get()));
    }
    List<Entry> found = stored(session, cancellation);
    List<Entry> receipts =
        found.stream().filter(entry -> entry.kind() == EntryKind.RECEIPT).toList();
    if (provider.isEmpty() && receipts.size() == 1) {
      return EntryPlace.of(receipts.getFirst());
    }
    return switch (found.size()) {
      case 0 ->
          EntryPlace.in(
              backend,
              provider.isPresent() ? record(session, provider.get()) : EntryAddress.receipt(stage));
      case 1 -> EntryPlace.of(found.getFirst());
      default -> throw several(found);
    };
  }

  private List<Entry> stored(ProjectSession session, Cancellation cancellation)
      throws BackendException {
    List<Entry> found = new ArrayList<>();
    session.entries(
        new StateFilter(Optional.empty(), Optional.of(stage), provider, false),
        entry -> {
          if (entry.stage().equals(stage) && kind.map(entry.kind()::equals).orElse(true)) {
            found.add(entry);
          }
        },
        Progress.NONE,
        cancellation);
    return found;
  }

  private EntryAddress record(ProjectSession session, String ofProvider) {
    return EntryAddress.record(session.project().service(), stage, ofProvider);
  }

  private BackendException several(List<Entry> found) {
    return new BackendException(
        Code.INVALID,
        "stage "
            + stage
            + " has several entries: "
            + String.join(", ", found.stream().map(EntrySearch::words).toList()),
        "say which one with --kind and --provider");
  }

  private static String words(Entry entry) {
    return entry.kind().word() + " of " + (entry.provider().isEmpty() ? "?" : entry.provider());
  }
}
