package io.runfabric.console.ui.across;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.style.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks for a text in several projects, in the background.
final class ProjectSearch {

  /// More than this nobody reads.
  static final int MOST = 1_000;

  /// One project as it was when the search began. Its documents are read with a session of their
  /// own: the project's is closed whenever the project is loaded anew.
  record Searched(OpenProject open, String name, List<Entry> entries, ProjectModel.Source source) {}

  /// What was found.
  ///
  /// @param notes what was not looked at, one sentence each
  record Found(List<Hit> hits, List<String> notes) {}

  private final EntrySearch search;

  ProjectSearch(String typed) {
    this.search = new EntrySearch(typed);
  }

  /// Looks through rows.
  Found rows(List<Searched> searched, Cancellation cancellation) {
    Hits hits = new Hits();
    for (Searched one : searched) {
      cancellation.check();
      for (Entry entry : one.entries()) {
        search.row(entry, (where, text) -> hits.add(new Hit(one.open(), entry, where, text)));
      }
    }
    return new Found(hits.all(), hits.notes());
  }

  /// Looks through rows and documents. Documents are read for it; what cannot be is noted.
  Found documents(List<Searched> searched, Progress progress, Cancellation cancellation) {
    Hits hits = new Hits();
    List<String> notes = new ArrayList<>();
    for (Searched one : searched) {
      progress.phase("reading " + one.name());
      Found rows = rows(List.of(one), cancellation);
      rows.hits().forEach(hits::add);
      try (ProjectSession session = one.source().open()) {
        inside(one, session, hits, notes, progress, cancellation);
      } catch (BackendException e) {
        notes.add(unread(one, e.sentence()));
      } catch (InvalidProjectException _) {
        notes.add(unread(one, "the configuration does not load."));
      }
    }
    notes.addAll(hits.notes());
    return new Found(hits.all(), notes);
  }

  private static String unread(Searched one, String why) {
    return "The documents of " + one.name() + " were not looked into: " + why;
  }

  private void inside(
      Searched one,
      ProjectSession session,
      Hits hits,
      List<String> notes,
      Progress progress,
      Cancellation cancellation)
      throws BackendException {
    AtomicInteger closed = new AtomicInteger();
    session.documents(
        StateFilter.PROJECT,
        document -> {
          boolean open =
              search.document(
                  document,
                  (where, text) -> hits.add(new Hit(one.open(), document.entry(), where, text)));
          if (!open) {
            closed.incrementAndGet();
          }
        },
        progress,
        cancellation);
    if (closed.get() > 0) {
      notes.add(
          Texts.count(closed.get(), "document", "documents")
              + " of "
              + one.name()
              + " could not be looked into.");
    }
  }

  /// Collects up to [#MOST] hits. Documents come from several threads.
  private static final class Hits {
    private final List<Hit> all = new ArrayList<>();
    private final Set<Hit.Key> keys = new HashSet<>();
    private boolean more;

    synchronized void add(Hit hit) {
      if (keys.size() == MOST) {
        more |= !keys.contains(hit.key());
      } else if (keys.add(hit.key())) {
        all.add(hit);
      }
    }

    synchronized List<Hit> all() {
      return List.copyOf(all);
    }

    synchronized List<String> notes() {
      return more ? List.of("Only the first " + Texts.number(MOST) + " are shown.") : List.of();
    }
  }
}
