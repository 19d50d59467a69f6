package io.runfabric.console.ui.project;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.style.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything one load brought, read in the background and shown as a whole.
///
/// @param session open; whoever takes this closes it
/// @param stamp the backend's, of what was read, so that no change falls in between; empty where it
///   has none or did not answer
/// @param listing how long reading the entries took
record LoadedState(
    ProjectSession session,
    List<Entry> entries,
    List<Lock> locks,
    List<Journal> journals,
    List<WorkspaceRows> workspaces,
    Overview overview,
    Optional<Revision> stamp,
    Duration listing) {

  /// Reads a project. Nothing stays open when reading fails or is cancelled.
  ///
  /// @param opened is told of the session before anything is read from it
  /// @param arrived is told of each entry as it is read
  static LoadedState read(
      ProjectRequest request,
      BackendOptions options,
      Consumer<ProjectSession> opened,
      Consumer<Entry> arrived,
      Progress progress,
      Cancellation cancellation)
      throws InvalidProjectException, BackendException {
    progress.phase("connecting");
    ProjectSession session = ProjectSession.open(request, options);
    boolean complete = false;
    try {
      opened.accept(session);
      LoadedState state = read(session, arrived, progress, cancellation);
      complete = true;
      return state;
    } finally {
      if (!complete) {
        session.close();
      }
    }
  }

  private static LoadedState read(
      ProjectSession session, Consumer<Entry> arrived, Progress progress, Cancellation cancellation)
      throws BackendException {
    progress.phase("reading");
    Overview.Builder sums = new Overview.Builder();
    List<Entry> rows = new ArrayList<>();
    long began = System.nanoTime();
    ProjectSession.Stamped listed =
        session.stampedEntries(
            StateFilter.PROJECT,
            entry -> {
              sums.add(entry);
              rows.add(entry);
              arrived.accept(entry);
            },
            progress,
            cancellation);
    Duration listing = Duration.ofNanos(System.nanoTime() - began);
    List<Lock> locks = session.locks(StateFilter.PROJECT, cancellation);
    List<Journal> journals = session.journals(StateFilter.PROJECT, cancellation);
    List<WorkspaceRows> workspaces = session.backend().workspaces();
    cancellation.check();
    return new LoadedState(
        session,
        Collections.unmodifiableList(rows),
        locks,
        journals,
        workspaces,
        sums.build(listed.summary().otherServices(), locks, journals),
        listed.stamp(),
        listing);
  }

  /// What there is, in a few words.
  String words() {
    return String.join(
        ", ",
        Texts.count(entries.size(), "entry", "entries"),
        Texts.count(locks.size(), "lock", "locks"),
        Texts.count(journals.size(), "journal", "journals"));
  }
}
