package io.runfabric.console.ui.across;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.OpenProjects;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A search in the entries of all open projects, without nodes. Rows are looked through while the
/// user types; documents, which are read for it, when the user asks. What was not looked at is
/// said. Looking happens in the background, everything else on the FX thread.
final class SearchModel {

  /// More than this nobody reads.
  static final int MOST = 1_000;

  /// What came of a search.
  ///
  /// @param query what was looked for; empty before anything was
  /// @param inside whether documents were looked into too
  /// @param notes what was not looked at, and why, one sentence each
  record Outcome(String query, boolean inside, int searched, List<String> notes) {
    static final Outcome NONE = new Outcome("", false, 0, List.of());
  }

  private record Searched(
      OpenProject open, List<Entry> entries, Optional<ProjectSession> session) {}

  private record Found(List<Hit> hits, List<String> notes) {}

  private final OpenProjects projects;
  private final Tasks tasks;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final TableModel<Hit> table;
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NONE);
  private final ReadOnlyObjectWrapper<Boolean> looking =
      new ReadOnlyObjectWrapper<>(this, "looking", false);
  private final InvalidationListener onProjects = _ -> lookAgain();
  private Optional<RunningTask> running = Optional.empty();

  SearchModel(OpenProjects projects, Tasks tasks) {
    this.projects = projects;
    this.tasks = tasks;
    table = new TableModel<>(Hit.columns(), Hit::key, tasks);
    query.addListener((_, _, _) -> look(/* inside= */ false));
  }

  /// What the user typed.
  StringProperty queryProperty() {
    return query;
  }

  TableModel<Hit> table() {
    return table;
  }

  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Whether documents are being looked into.
  ReadOnlyObjectProperty<Boolean> lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /// Follows the projects from now on.
  void shown() {
    projects.changesProperty().addListener(onProjects);
    lookAgain();
  }

  /// Does not follow the projects any more, and gives up what is under way.
  void hidden() {
    projects.changesProperty().removeListener(onProjects);
    stop();
  }

  /// The projects that nothing was read of.
  List<OpenProject> unread() {
    return projects.all().stream().filter(open -> !read(open)).toList();
  }

  /// Loads those that wait for somebody to look at them.
  void loadUnread() {
    unread().forEach(projects::load);
  }

  /// Looks into the documents too, which are read for it.
  void lookInside() {
    look(/* inside= */ true);
  }

  // What was found inside stays until the user asks anew: it took reading.
  private void lookAgain() {
    if (!looking.get() && !outcome.get().inside()) {
      look(/* inside= */ false);
    }
  }

  private void look(boolean inside) {
    stop();
    String typed = query.get();
    if (typed.isBlank()) {
      table.setRows(List.of());
      outcome.set(Outcome.NONE);
      return;
    }
    List<Searched> searched =
        projects.all().stream()
            .filter(SearchModel::read)
            .map(open ->
                new Searched(
                    open,
                    List.copyOf(open.project().entries()),
                    open.project().sessionProperty().get()))
            .toList();
    List<String> unsearched = unsearched();
    looking.set(inside);
    RunningTask task = tasks.start(job(typed, inside, searched, unsearched));
    if (task.runningProperty().get()) {
      running = Optional.of(task);
      task.runningProperty().addListener((_, _, _) -> ended(task));
    } else {
      looking.set(false);
    }
  }

  private Job<Found> job(
      String typed, boolean inside, List<Searched> searched, List<String> unsearched) {
    EntrySearch search = new EntrySearch(typed);
    if (!inside) {
      return Job.passing(
          "Searching all projects",
          (_, cancellation) -> rows(search, searched, cancellation),
          found -> show(found, typed, false, searched.size(), unsearched));
    }
    return Job.<Found>reading(
            "Searching documents for " + typed.strip(),
            (progress, cancellation) -> documents(search, searched, progress, cancellation),
            found -> show(found, typed, true, searched.size(), unsearched))
        .telling(found -> Texts.count(found.hits().size(), "hit", "hits"));
  }

  private static Found rows(
      EntrySearch search, List<Searched> searched, Cancellation cancellation) {
    Hits hits = new Hits();
    for (Searched one : searched) {
      cancellation.check();
      for (Entry entry : one.entries()) {
        search.row(entry, (where, text) -> hits.add(new Hit(one.open(), entry, where, text)));
      }
    }
    return new Found(hits.all(), hits.notes());
  }

  private static Found documents(
      EntrySearch search, List<Searched> searched, Progress progress, Cancellation cancellation) {
    Hits hits = new Hits();
    List<String> notes = new ArrayList<>();
    for (Searched one : searched) {
      progress.phase("reading " + one.open().name());
      Found rows = rows(search, List.of(one), cancellation);
      rows.hits().forEach(hits::add);
      try {
        if (one.session().isEmpty()) {
          notes.add("The documents of " + one.open().name() + " were not looked into.");
        } else {
          inside(search, one, one.session().get(), hits, notes, progress, cancellation);
        }
      } catch (BackendException e) {
        notes.add(
            "The documents of " + one.open().name() + " were not looked into: " + e.sentence());
      }
    }
    notes.addAll(hits.notes());
    return new Found(hits.all(), notes);
  }

  private static void inside(
      EntrySearch search,
      Searched one,
      ProjectSession session,
      Hits hits,
      List<String> notes,
      Progress progress,
      Cancellation cancellation)
      throws BackendException {
    int[] closed = new int[1];
    session.documents(
        StateFilter.PROJECT,
        document -> {
          boolean open =
              search.document(
                  document,
                  (where, text) -> hits.add(new Hit(one.open(), document.entry(), where, text)));
          if (!open) {
            closed[0]++;
          }
        },
        progress,
        cancellation);
    if (closed[0] > 0) {
      notes.add(
          Texts.count(closed[0], "document", "documents")
              + " of "
              + one.open().name()
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

  private void show(
      Found found, String typed, boolean inside, int searched, List<String> unsearched) {
    looking.set(false);
    List<String> notes = new ArrayList<>(unsearched);
    notes.addAll(found.notes());
    table.setRows(found.hits());
    outcome.set(new Outcome(typed.strip(), inside, searched, List.copyOf(notes)));
  }

  private List<String> unsearched() {
    List<String> notes = new ArrayList<>();
    List<OpenProject> unread = unread();
    if (!unread.isEmpty()) {
      notes.add("Not searched: " + named(unread) + ".");
    }
    List<OpenProject> old =
        projects.all().stream()
            .filter(open -> read(open) && open.project().failure().isPresent())
            .toList();
    if (!old.isEmpty()) {
      notes.add("Searched as it was read before: " + named(old) + ".");
    }
    return notes;
  }

  private static String named(List<OpenProject> some) {
    return some.stream()
        .map(open -> open.name() + " (" + open.status().words() + ")")
        .collect(Collectors.joining(", "));
  }

  private static boolean read(OpenProject open) {
    return open.project().overviewProperty().get().isPresent();
  }

  private void ended(RunningTask task) {
    if (running.equals(Optional.of(task))) {
      running = Optional.empty();
      looking.set(false);
    }
  }

  private void stop() {
    running.ifPresent(RunningTask::abandon);
    running = Optional.empty();
    looking.set(false);
  }
}
