package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.workspace.RekeyMove.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What moving a project's rows from one workspace id to another would do.
///
/// @param left rows of other services, which stay where they are
/// @param locks on the stages concerned, under either id
/// @param there rows that are under the new id before anything is done
public record RekeyPlan(
    String from, String to, List<RekeyMove> moves, List<Entry> left, List<Lock> locks, long there) {

  /// Which rows are moved.
  ///
  /// @param stages only these; all when empty
  /// @param allServices also rows of services other than the project's
  public record Choice(Set<String> stages, boolean allServices) {}

  /// Makes the plan; nothing is changed.
  ///
  /// @throws BackendException with [Code#UNSUPPORTED] for a kind without workspaces, with
  ///   [Code#INVALID] when both ids are the same
  public static RekeyPlan of(
      Project project,
      BackendOptions options,
      String from,
      String to,
      Choice choice,
      Cancellation cancellation)
      throws BackendException {
    WorkspaceTable.require(project.backend().kind());
    if (from.equals(to)) {
      throw new BackendException(
          Code.INVALID, "both ids are the same", "name two ids with --from and --to");
    }
    try (StateBackend source = Backends.open(project, options.withWorkspace(Optional.of(from)));
        StateBackend target = Backends.open(project, options.withWorkspace(Optional.of(to)))) {
      List<Entry> all = rows(source, cancellation);
      List<RekeyMove> moves = new ArrayList<>();
      List<Entry> left = new ArrayList<>();
      for (Entry entry : all) {
        cancellation.check();
        boolean chosen = choice.stages().isEmpty() || choice.stages().contains(entry.stage());
        // What does not tell its service may be the project's own: it goes along.
        boolean ours = entry.service().isEmpty() || entry.service().equals(project.service());
        if (chosen && (ours || choice.allServices())) {
          moves.add(move(entry, source, target));
        } else if (chosen) {
          left.add(entry);
        }
      }
      Set<String> stages = new TreeSet<>();
      moves.forEach(move -> stages.add(move.stage()));
      List<Lock> locks = new ArrayList<>(source.locks(cancellation));
      target.locks(cancellation).stream()
          .filter(lock -> locks.stream().noneMatch(other -> other.ref().equals(lock.ref())))
          .forEach(locks::add);
      return new RekeyPlan(
          from,
          to,
          List.copyOf(moves),
          List.copyOf(left),
          locks.stream()
              .filter(lock -> lock.source() != Lock.Source.RECORD)
              .filter(
                  lock -> stages.stream().anyMatch(stage -> names(lock, project.service(), stage)))
              .toList(),
          rows(target, cancellation).size());
    }
  }

  /// The rows that cannot go.
  public List<RekeyMove> blocked() {
    return moves.stream().filter(move -> move.fate() == Fate.BLOCKED).toList();
  }

  /// Whether a stage has a lock whose lease has ended.
  boolean staleLock(String stage, String service) {
    return locks.stream()
        .anyMatch(lock -> lock.state() == Lock.State.STALE && names(lock, service, stage));
  }

  /// The locks that somebody holds.
  public List<Lock> held() {
    return locks.stream().filter(Lock::live).toList();
  }

  /// The stages it concerns.
  public List<String> stages() {
    return moves.stream().map(RekeyMove::stage).distinct().toList();
  }

  // A lock that does not tell what it locks is named by its key, `<service>-<stage>`.
  private static boolean names(Lock lock, String service, String stage) {
    return lock.stage().equals(stage)
        || (lock.service().isEmpty() && lock.stage().equals(service + "-" + stage));
  }

  private static List<Entry> rows(StateBackend backend, Cancellation cancellation)
      throws BackendException {
    List<Entry> rows = new ArrayList<>();
    backend.entries(
        entry -> {
          if (entry.workspace().isPresent()) {
            rows.add(entry);
          }
        },
        cancellation);
    return rows;
  }

  private static RekeyMove move(Entry entry, StateBackend source, StateBackend target)
      throws BackendException {
    try {
      DocumentRef to = target.locate(EntryAddress.receipt(entry.stage()));
      Optional<StoredDocument> stored = source.read(entry.ref());
      if (stored.isEmpty()) {
        return new RekeyMove(entry, to, Fate.BLOCKED, "it went away while it was looked at");
      }
      Optional<StoredDocument> there = target.read(to);
      if (there.isEmpty()) {
        return new RekeyMove(entry, to, Fate.MOVE, "");
      }
      boolean same =
          CanonicalJson.digest(there.get().content())
              .equals(CanonicalJson.digest(stored.get().content()));
      return same
          ? new RekeyMove(entry, to, Fate.REMOVE_OLD, "")
          : new RekeyMove(
              entry, to, Fate.BLOCKED, "another document is under the new id: " + to.key());
    } catch (BackendException e) {
      if (e.code() == Code.UNREADABLE_DOCUMENT || e.code() == Code.INVALID) {
        return new RekeyMove(entry, entry.ref(), Fate.BLOCKED, e.sentence());
      }
      throw e;
    }
  }
}
