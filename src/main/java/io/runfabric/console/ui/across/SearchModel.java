package io.runfabric.console.ui.across;

import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.OpenProjects;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// What came of a search.
  ///
  /// @param query what was looked for; empty before anything was
  /// @param inside whether documents were looked into too
  /// @param notes what was not looked at, and why, one sentence each
  record Outcome(String query, boolean inside, int searched, List<String> notes) {
    static final Outcome NONE = new Outcome("", false, 0, List.of());
  }

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

  SearchModel(OpenProjects projects, Tasks tasks, Clock clock) {
    this.projects = projects;
    this.tasks = tasks;
    table = new TableModel<>(Hit.columns(), Hit::key, tasks, clock);
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
    List<ProjectSearch.Searched> searched =
        projects.all().stream()
            .filter(SearchModel::read)
            .map(open ->
                new ProjectSearch.Searched(
                    open,
                    open.name(),
                    List.copyOf(open.project().entries()),
                    open.project().sourceProperty().get()))
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

  private Job<ProjectSearch.Found> job(
      String typed,
      boolean inside,
      List<ProjectSearch.Searched> searched,
      List<String> unsearched) {
    ProjectSearch search = new ProjectSearch(typed);
    if (!inside) {
      return Job.passing(
          "Searching all projects",
          (_, cancellation) -> search.rows(searched, cancellation),
          found -> show(found, typed, false, searched.size(), unsearched));
    }
    return Job.<ProjectSearch.Found>reading(
            "Searching documents for " + typed.strip(),
            (progress, cancellation) -> search.documents(searched, progress, cancellation),
            found -> show(found, typed, true, searched.size(), unsearched))
        .telling(found -> Texts.count(found.hits().size(), "hit", "hits"));
  }

  private void show(
      ProjectSearch.Found found,
      String typed,
      boolean inside,
      int searched,
      List<String> unsearched) {
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
