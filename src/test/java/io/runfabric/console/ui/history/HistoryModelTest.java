package io.runfabric.console.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.history.History;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelTest {

  @TempDir private Path folder;
  private HistoryModel model;

  @BeforeEach
  void aProject() throws Exception {
    file("runfabric.yml", "service: shop\n");
    deploy("one");
    model =
        new HistoryModel(
            new ProjectModel(
                new Tasks(Runnable::run, Runnable::run), request(), BackendOptions.standard()));
  }

  @Test
  void whatIsNowHasNoOtherAndSaysWhy() throws Exception {
    model.show(dev());

    assertThat(shown().versions()).hasSize(1);
    assertThat(HistoryLine.of(shown()).getLast())
        .isEqualTo(
            new HistoryLine.Remark(
                Tone.NEUTRAL,
                "A local backend keeps no versions of its own. No backup in the project's folder"
                    + " holds another one."));
  }

  @Test
  void whatIsLookedAtIsLookedThroughAgainOnlyWhenItChanged() throws Exception {
    model.show(dev());
    back();

    model.show(dev());
    assertThat(shown().versions().getFirst().foundIn()).hasSize(1);

    deploy("two");
    model.show(dev());
    assertThat(shown().versions()).hasSize(2);
  }

  @Test
  void lookingAgainFindsWhatIsNew() throws Exception {
    model.show(dev());
    back();

    model.lookAgain();

    assertThat(shown().versions().getFirst().foundIn()).hasSize(2);
  }

  @Test
  void whatWasNotLookedIntoComesFirst() throws Exception {
    file(".runfabric/backup/cut.json", "{");

    model.show(dev());

    assertThat(HistoryLine.of(shown()).getFirst())
        .isInstanceOfSatisfying(
            HistoryLine.Remark.class,
            remark -> assertThat(remark.text()).contains("cut.json was not looked into"));
  }

  @Test
  void aProjectThatDoesNotLoadFailsWithItsReason() throws Exception {
    Entry entry = dev();
    file("runfabric.yml", "service: [");

    model.show(entry);

    assertThat(model.stateProperty().get()).isInstanceOf(HistoryState.Failed.class);
  }

  private History shown() {
    return ((HistoryState.Shown) model.stateProperty().get()).history();
  }

  private Entry dev() throws Exception {
    List<Entry> entries = new ArrayList<>();
    try (ProjectSession session = session()) {
      session.entries(StateFilter.PROJECT, entries::add, Progress.NONE, Cancellation.never());
    }
    return entries.getFirst();
  }

  private void back() throws Exception {
    try (ProjectSession session = session()) {
      new SafetyCopy("test", "ada").of(session, Progress.NONE, Cancellation.never());
    }
  }

  private ProjectSession session() throws Exception {
    return ProjectSession.open(request(), BackendOptions.standard());
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        folder.resolve("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of());
  }

  private void deploy(String id) throws IOException {
    file(
        ".runfabric/dev.json",
        "{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\", \"provider\": \"aws\","
            + " \"deploymentId\": \""
            + id
            + "\", \"outputs\": {}, \"updatedAt\": \"2026-02-01T10:00:00Z\"}");
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
