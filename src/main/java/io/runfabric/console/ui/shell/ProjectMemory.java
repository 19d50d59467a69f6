package io.runfabric.console.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What is remembered of projects from one start to the next: those opened before, and those that
/// are open. Everything happens on the FX thread.
final class ProjectMemory {

  private final SettingsFile settings;
  private final OpenProjects projects;
  private final ObservableList<Recent> recents = FXCollections.observableArrayList();
  private final ObservableList<Recent> recentsView =
      FXCollections.unmodifiableObservableList(recents);
  private final InvalidationListener onChange = _ -> noteOpen();
  private boolean noting = true;

  ProjectMemory(SettingsFile settings, OpenProjects projects) {
    this.settings = settings;
    this.projects = projects;
    recents.setAll(settings.get().recents());
    projects.activeProperty().addListener(onChange);
    projects
        .all()
        .addListener(
            (ListChangeListener<OpenProject>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::follow);
                    change.getRemoved().forEach(this::closed);
                  }
                  noteOpen();
                });
  }

  /// The projects opened before, the latest first.
  ObservableList<Recent> recents() {
    return recentsView;
  }

  /// What lay open last time.
  Desk desk() {
    return settings.get().desk();
  }

  /// The user opened this one.
  void opened(OpenProject open) {
    change(known -> known.withRecent(new Recent(open.file(), open.name())));
  }

  void forget(Recent recent) {
    change(known -> known.without(recent.file()));
  }

  /// What to call a project before its service is known.
  String nameOf(Path file) {
    Optional<Path> folder =
        Optional.ofNullable(file.getParent()).flatMap(at -> Optional.ofNullable(at.getFileName()));
    return recents.stream()
        .filter(recent -> recent.file().equals(file))
        .map(Recent::name)
        .findFirst()
        .orElse(folder.orElse(file).toString());
  }

  /// Has projects opened or closed without remembering the steps in between.
  void atOnce(Runnable changes) {
    noting = false;
    changes.run();
    noting = true;
    noteOpen();
  }

  /// Whatever is closed from now on is remembered as open.
  void end() {
    noting = false;
  }

  private void follow(OpenProject open) {
    open.nameProperty()
        .addListener(
            (_, _, name) -> change(known -> known.withName(new Recent(open.file(), name))));
    open.nameProperty().addListener(onChange);
    open.project().sourceProperty().addListener(onChange);
  }

  // So that it can be opened again.
  private void closed(OpenProject open) {
    boolean known = recents.stream().anyMatch(recent -> recent.file().equals(open.file()));
    if (noting && !known) {
      opened(open);
    }
  }

  private void noteOpen() {
    if (noting) {
      change(known -> known.withDesk(projects.on(known.desk())));
    }
  }

  private void change(UnaryOperator<Settings> how) {
    settings.update(how);
    if (!recents.equals(settings.get().recents())) {
      recents.setAll(settings.get().recents());
    }
  }
}
