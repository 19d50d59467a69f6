package io.runfabric.console.ui.drift;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Reconcile;
import io.runfabric.console.operation.drift.report.DriftFile;
import io.runfabric.console.operation.drift.trend.DriftRun;
import io.runfabric.console.operation.drift.trend.DriftTrend;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is stored compared with what it should agree with. Nothing is asked before the user wants
/// it; then also every so many minutes, for as long as the project is open. Everything happens on
/// the FX thread but the comparing.
final class DriftModel {

  private static final int MOST_SHOWN = 24;

  private final Tasks tasks;
  private final ProjectModel project;
  private final Clock clock;
  private final Path folder;
  private final Consumer<String> alert;
  private final ObservableList<DriftRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Drifting> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Drifting.NotYet());
  private final ReadOnlyObjectWrapper<LoadState> loading =
      new ReadOnlyObjectWrapper<>(this, "loading", new LoadState.Loading());
  private final ReadOnlyObjectWrapper<Optional<Comparison>> last =
      new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());
  private final ObjectProperty<DriftScope> scope =
      new SimpleObjectProperty<>(this, "scope", DriftScope.ALL);
  private final ReadOnlyObjectWrapper<List<DriftRun>> trend =
      new ReadOnlyObjectWrapper<>(this, "trend", List.of());
  private final ObjectProperty<Optional<Duration>> interval =
      new SimpleObjectProperty<>(this, "interval", Optional.empty());
  private Optional<RunningTask> running = Optional.empty();
  private Optional<Instant> begun = Optional.empty();

  /// @param folder the user's state folder, where each comparison is remembered
  /// @param alert told a sentence about new critical findings of a comparison nobody asked for
  DriftModel(Tasks tasks, ProjectModel project, Clock clock, Path folder, Consumer<String> alert) {
    this.tasks = tasks;
    this.project = project;
    this.clock = clock;
    this.folder = folder;
    this.alert = alert;
  }

  ObservableList<DriftRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Drifting> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// As tables know it.
  ReadOnlyObjectProperty<LoadState> loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// The last comparison that came to its end.
  ReadOnlyObjectProperty<Optional<Comparison>> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /// The last comparisons of the same kind, the oldest first.
  ReadOnlyObjectProperty<List<DriftRun>> trendProperty() {
    return trend.getReadOnlyProperty();
  }

  /// What is compared.
  ObjectProperty<DriftScope> scopeProperty() {
    return scope;
  }

  /// How long after the beginning of one comparison the next one begins; empty for never.
  ObjectProperty<Optional<Duration>> intervalProperty() {
    return interval;
  }

  boolean running() {
    return state.get() instanceof Drifting.Running;
  }

  /// Compares anew.
  void check() {
    check(/* asked= */ true);
  }

  /// Begins the next comparison when it is due. Call every second.
  void tick() {
    boolean due =
        interval
            .get()
            .flatMap(every -> begun.map(time -> !clock.instant().isBefore(time.plus(every))))
            .orElse(false);
    if (due && !running() && project.sessionProperty().get().isPresent()) {
      check(/* asked= */ false);
    }
  }

  private void check(boolean asked) {
    if (running()) {
      return;
    }
    Instant began = clock.instant();
    begun = Optional.of(began);
    ProjectModel.Source source = project.sourceProperty().get();
    DriftScope wanted = scope.get();
    state.set(new Drifting.Running("", 0, -1, /* stopping= */ false));
    loading.set(new LoadState.Loading());
    RunningTask task =
        tasks.start(
            Job.reading(
                    "Looking for drift in " + project.folderName(),
                    (progress, cancellation) -> run(source, wanted, began, progress, cancellation),
                    found -> show(found, asked))
                .orElse(this::failed)
                .telling(found ->
                    Texts.count(
                        found.comparison().report().findings().size(), "finding", "findings"))
                .again(this::check));
    project.endsWithProject(task);
    running = Optional.of(task);
    task.stateProperty()
        .addListener((_, _, now) -> {
          if (now instanceof TaskState.Stopped) {
            ended(/* whole= */ false, Optional.empty());
          }
        });
  }

  private Found run(
      ProjectModel.Source source,
      DriftScope wanted,
      Instant began,
      Progress progress,
      Cancellation cancellation)
      throws Exception {
    try (ProjectSession session = source.open()) {
      DriftReport report =
          new Reconcile(session, source.request(), wanted)
              .run(StateFilter.PROJECT, new Watching(progress), cancellation);
      Instant now = clock.instant();
      Duration took = Duration.between(began, now);
      DriftRun run = DriftRun.of(session, StateFilter.PROJECT, wanted, report, took);
      return new Found(
          new Comparison(report, DriftFile.About.of(session), now, took),
          remembered(session.project(), run));
    }
  }

  // That it cannot be remembered takes nothing from what was found.
  private List<DriftRun> remembered(Project of, DriftRun run) {
    DriftTrend runs = new DriftTrend(folder, of, _ -> {});
    runs.keep(run);
    try {
      return runs.newest(MOST_SHOWN, run::comparable).points().stream()
          .map(DriftTrend.Point::run)
          .toList()
          .reversed();
    } catch (IOException _) {
      return List.of();
    }
  }

  /// What a comparison came to, and those before it.
  private record Found(Comparison comparison, List<DriftRun> trend) {}

  /// Stops what runs; what was found before stays.
  void stop() {
    running.ifPresent(RunningTask::cancel);
    if (state.get() instanceof Drifting.Running now) {
      state.set(new Drifting.Running(now.phase(), now.done(), now.total(), /* stopping= */ true));
    }
  }

  private void show(Found found, boolean asked) {
    Comparison run = found.comparison();
    Optional<Comparison> before = last.get();
    trend.set(found.trend());
    show(run);
    ended(/* whole= */ true, Optional.empty());
    if (!asked) {
      news(before, run).ifPresent(alert);
    }
  }

  private void show(Comparison run) {
    last.set(Optional.of(run));
    rows.setAll(DriftRow.of(run.report()));
  }

  /// A finding is lived with from now on.
  void ignored(Ignored agreed) {
    last.get().ifPresent(run -> changed(run.with(run.report().agreeing(agreed))));
  }

  /// A finding that was lived with counts again.
  void counts(String id) {
    last.get().ifPresent(run -> changed(run.with(run.report().counting(id))));
  }

  private void changed(Comparison run) {
    show(run);
    if (!running()) {
      ended(/* whole= */ true, Optional.empty());
    }
  }

  // What was there the last time is no news.
  private Optional<String> news(Optional<Comparison> before, Comparison run) {
    Set<String> fresh = new HashSet<>(run.critical());
    before.map(Comparison::critical).ifPresent(fresh::removeAll);
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    List<DriftRow> told = new ArrayList<>(rows);
    told.removeIf(row -> !fresh.contains(row.ref().key()));
    DriftRow first = told.getFirst();
    return Optional.of(
        "Drift in "
            + run.about().service()
            + ": "
            + first.subject()
            + ", "
            + first.sentence()
            + "."
            + (told.size() > 1
                ? " And " + Texts.count(told.size() - 1L, "more", "more") + " critical."
                : ""));
  }

  private void failed(Failure failure) {
    ended(/* whole= */ false, Optional.of(failure));
  }

  private void ended(boolean whole, Optional<Failure> failure) {
    running = Optional.empty();
    state.set(new Drifting.Ended(whole, failure));
    loading.set(
        failure
            .<LoadState>map(LoadState.Failed::new)
            .orElseGet(
                () -> whole ? new LoadState.Loaded(clock.instant()) : new LoadState.Cancelled()));
  }

  /// Writes the last report to a file.
  ///
  /// @param written told the file
  void export(DriftFile file, Consumer<DriftFile> written) {
    last.get()
        .ifPresent(run ->
            tasks.start(
                Job.reading(
                    "Writing " + file.file().getFileName(),
                    (_, _) -> {
                      file.write(run.report(), run.about(), Gravity.WARNING, Redactor.masking());
                      return file;
                    },
                    written)));
  }

  /// The words of the terminal command that finds the same, without program and project.
  List<String> command() {
    List<String> words = new ArrayList<>(List.of("state", "reconcile"));
    DriftScope chosen = scope.get();
    if (chosen.against().size() < Against.values().length) {
      words.add("--against");
      words.add(String.join(",", chosen.against().stream().map(Against::word).toList()));
    }
    if (!chosen.network()) {
      words.add("--no-network");
    }
    return words;
  }

  /// Tells the screen how far it is, not more often than a person can see.
  private final class Watching implements Progress {

    private static final long PAUSE_NANOSECONDS = 100_000_000;

    private final Progress progress;
    private String phase = "";
    private long told = System.nanoTime() - PAUSE_NANOSECONDS;

    Watching(Progress progress) {
      this.progress = progress;
    }

    @Override
    public synchronized void at(long done, long total) {
      progress.at(done, total);
      if (System.nanoTime() - told >= PAUSE_NANOSECONDS) {
        tell(done, total);
      }
    }

    @Override
    public synchronized void phase(String name) {
      progress.phase(name);
      phase = name;
      tell(0, -1);
    }

    private void tell(long done, long total) {
      told = System.nanoTime();
      String now = phase;
      tasks.onScreen(() -> {
        if (state.get() instanceof Drifting.Running shown) {
          state.set(new Drifting.Running(now, done, total, shown.stopping()));
        }
      });
    }
  }
}
