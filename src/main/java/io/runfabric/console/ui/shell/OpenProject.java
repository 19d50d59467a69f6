package io.runfabric.console.ui.shell;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.ui.project.LeaseEnds;
import io.runfabric.console.ui.project.LiveUpdates;
import io.runfabric.console.ui.project.ProjectModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One of the open projects: its rows, where in it the user is, and how it stands. Made and closed
/// by [OpenProjects].
public final class OpenProject {

  private final ProjectModel project;
  private final ReadOnlyStringWrapper name;
  private final ReadOnlyObjectWrapper<ProjectStatus> status =
      new ReadOnlyObjectWrapper<>(this, "status", ProjectStatus.NOT_LOADED);
  private final LeaseEnds leases = new LeaseEnds();
  private Optional<BackendKind> configured = Optional.empty();
  private Optional<LiveUpdates> updates = Optional.empty();
  private Place place = Place.OVERVIEW;

  OpenProject(ProjectModel project, String name) {
    this.project = project;
    this.name = new ReadOnlyStringWrapper(this, "name", name);
    project.stateProperty().addListener((_, _, _) -> judge());
    project
        .sessionProperty()
        .addListener(
            (_, _, now) -> now.ifPresent(session -> this.name.set(session.project().service())));
  }

  public ProjectModel project() {
    return project;
  }

  /// The absolute path of its runfabric.yml.
  public Path file() {
    return project.file();
  }

  /// Its service, or its folder's name while the service is not known.
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public String name() {
    return name.get();
  }

  /// Its folder, with the home folder written as `~`.
  public String folder() {
    return new Recent(file(), name()).folder();
  }

  public ReadOnlyObjectProperty<ProjectStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public ProjectStatus status() {
    return status.get();
  }

  /// Where its state is kept; empty while not even its configuration was read.
  public Optional<BackendKind> kind() {
    return project
        .sessionProperty()
        .get()
        .map(session -> session.backend().kind())
        .or(() -> configured);
  }

  /// Where in it the user is, or was.
  public Place place() {
    return place;
  }

  void go(Place there) {
    place = there;
  }

  /// Its configuration was read, and nothing else.
  void configured(BackendKind kind) {
    configured = Optional.of(kind);
    status.set(ProjectStatus.keptElsewhere(kind));
  }

  void waits() {
    status.set(ProjectStatus.WAITING);
  }

  /// Whether loading it has begun, however that ended.
  boolean begun() {
    return updates.isPresent();
  }

  /// What follows its changes; empty before loading it has begun.
  Optional<LiveUpdates> updates() {
    return updates;
  }

  /// Loads it for the first time and follows its files from then on.
  void begin() {
    updates = Optional.of(LiveUpdates.of(project));
    status.set(ProjectStatus.LOADING);
    project.load();
  }

  /// Reads locks anew whose lease has ended since the last call.
  void tick(Instant now) {
    if (leases.passed(project.locks(), now)) {
      project.reload();
    }
  }

  void close() {
    updates.ifPresent(LiveUpdates::close);
    project.close();
  }

  private void judge() {
    status.set(ProjectStatus.of(project.stateProperty().get(), project.overviewProperty().get()));
  }
}
