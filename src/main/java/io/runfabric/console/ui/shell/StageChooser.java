package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Stages;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.ListCell;
import org.controlsfx.control.SearchableComboBox;

/// Which stage the configuration is resolved for: those it names, and those that state was found
/// for.
final class StageChooser extends SearchableComboBox<String> {

  private Optional<ProjectModel> project = Optional.empty();
  private final ChangeListener<Optional<Overview>> onOverview = (_, _, _) -> showStages();
  private boolean showing;

  StageChooser() {
    getStyleClass().add("stage-chooser");
    setTooltip(
        Texts.tooltip(
            "The stage the configuration is resolved for. Lists show the entries of all stages."));
    setAccessibleText("Stage");
    setVisibleRowCount(12);
    setButtonCell(new StageCell("Stage  "));
    setCellFactory(_ -> new StageCell(""));
    setOnAction(_ -> choose());
  }

  void follow(Optional<ProjectModel> now) {
    project.ifPresent(before -> before.overviewProperty().removeListener(onOverview));
    project = now;
    now.ifPresent(open -> open.overviewProperty().addListener(onOverview));
    showStages();
  }

  private void showStages() {
    Optional<ProjectSession> session = project.flatMap(open -> open.sessionProperty().get());
    setVisible(session.isPresent());
    setManaged(session.isPresent());
    session.ifPresent(open -> {
      List<String> stages = stages(open);
      showing = true;
      if (!getItems().equals(stages)) {
        getItems().setAll(stages);
      }
      setValue(open.project().stage());
      showing = false;
    });
  }

  private List<String> stages(ProjectSession session) {
    SequencedSet<String> stages = new LinkedHashSet<>(session.project().stages());
    project
        .flatMap(open -> open.overviewProperty().get())
        .ifPresent(overview ->
            overview.stages().stream()
                .map(Overview.StageLine::stage)
                .filter(stage -> !stage.isEmpty())
                .forEach(stages::add));
    stages.add(session.project().stage());
    return List.copyOf(stages);
  }

  private void choose() {
    String chosen = getValue();
    if (!showing && chosen != null) {
      project.ifPresent(open -> open.chooseStage(chosen));
    }
  }

  private static final class StageCell extends ListCell<String> {

    private final String before;

    StageCell(String before) {
      this.before = before;
    }

    @Override
    protected void updateItem(String stage, boolean empty) {
      super.updateItem(stage, empty);
      setText(empty ? null : before + stage);
      boolean production = !empty && stage != null && Stages.production(stage);
      setGraphic(empty ? null : Icons.of(Icons.STAGES, production ? Tone.DANGER : Tone.NEUTRAL));
    }
  }
}
