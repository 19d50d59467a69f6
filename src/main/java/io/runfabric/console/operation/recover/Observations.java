package io.runfabric.console.operation.recover;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.workspace.WorkspaceShare;
import io.runfabric.console.operation.workspace.WorkspaceTable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the runbook is made of: the state as a session lists it at one moment.
///
/// @param withoutArtifacts the receipts that load and list no artifact
/// @param workspaces of a shared database; empty for other kinds
/// @param otherCheckouts those of their ids that are a folder of this machine with a runfabric.yml
public record Observations(
    Project project,
    Optional<String> stage,
    List<Entry> entries,
    List<Entry> withoutArtifacts,
    List<Lock> locks,
    List<Journal> journals,
    List<WorkspaceShare> workspaces,
    Set<String> otherCheckouts) {

  /// Reads them; nothing is changed.
  ///
  /// @param stage the only stage to look at; all of them when empty
  public static Observations of(
      ProjectSession session, Optional<String> stage, Cancellation cancellation)
      throws BackendException {
    StateFilter filter = new StateFilter(Optional.empty(), stage, Optional.empty(), false);
    List<Entry> entries = new ArrayList<>();
    List<Entry> withoutArtifacts = new ArrayList<>();
    session.documents(
        filter,
        found -> {
          entries.add(found.entry());
          if (found.content().isPresent() && lacksArtifacts(found.entry(), found.content().get())) {
            withoutArtifacts.add(found.entry());
          }
        },
        Progress.NONE,
        cancellation);
    return of(session, stage, entries, withoutArtifacts, cancellation);
  }

  /// As [#of(ProjectSession, Optional, Cancellation)], when the entries were read already.
  public static Observations of(
      ProjectSession session,
      Optional<String> stage,
      List<Entry> entries,
      List<Entry> withoutArtifacts,
      Cancellation cancellation)
      throws BackendException {
    StateFilter filter = new StateFilter(Optional.empty(), stage, Optional.empty(), false);
    List<WorkspaceShare> workspaces =
        WorkspaceTable.shares(
            session.project(), session.backend(), BackendOptions.standard(), cancellation);
    return new Observations(
        session.project(),
        stage,
        List.copyOf(entries),
        List.copyOf(withoutArtifacts),
        session.locks(filter, cancellation),
        session.journals(filter, cancellation),
        workspaces,
        workspaces.stream()
            .map(WorkspaceShare::id)
            .filter(Observations::isCheckout)
            .collect(Collectors.toSet()));
  }

  private static boolean isCheckout(String id) {
    try {
      Path folder = Path.of(id);
      return folder.isAbsolute() && Files.isRegularFile(folder.resolve("runfabric.yml"));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static boolean lacksArtifacts(Entry entry, byte[] content) {
    if (entry.kind() != EntryKind.RECEIPT || !entry.readable()) {
      return false;
    }
    try {
      return ReceiptFormat.read(content).artifacts().isEmpty();
    } catch (UnreadableDocumentException _) {
      return false;
    }
  }
}
