package io.runfabric.console.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.diff.TextRow;
import io.runfabric.console.operation.history.Side;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareModelTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private final ReadOnlyObjectWrapper<Redactor> redactor =
      new ReadOnlyObjectWrapper<>(Redactor.masking());
  private final BackendOptions options =
      new BackendOptions(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), _ -> false);
  private final List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void aProjectOfTwoStages() throws Exception {
    file("runfabric.yml", "service: shop\n");
    file(".runfabric/dev.json", receipt("dev", "canary-1"));
    file(".runfabric/prod.json", receipt("prod", "canary-2"));
    try (ProjectSession session = session()) {
      session.entries(StateFilter.PROJECT, entries::add, Progress.NONE, Cancellation.never());
    }
  }

  @Test
  void twoStagesAreComparedByPathAndByLine() throws Exception {
    CompareModel model = compared();

    assertThat(paths(model)).containsExactly("stage", "outputs.apiKey");
    assertThat(model.words()).isEqualTo("2 values differ");
    model.asTextProperty().set(true);
    assertThat(model.text())
        .contains("dev, now", "prod, now", "-   \"stage\" : \"dev\"", "+   \"stage\" : \"prod\"");
  }

  @Test
  void whatIsTheSameIsShownWhenAsked() throws Exception {
    CompareModel model = compared();

    model.changedOnlyProperty().set(false);

    assertThat(paths(model)).contains("service", "version", "stage");
    assertThat(model.rowsProperty().get()).noneMatch(TextRow.Gap.class::isInstance);
  }

  @Test
  void secretsAreSeenOnlyWhileTheyAreRevealed() throws Exception {
    CompareModel model = compared();
    assertThat(model.text()).doesNotContain("canary").contains("(another value)");

    redactor.set(Redactor.revealing());
    assertThat(model.text()).contains("canary-1", "canary-2");

    redactor.set(Redactor.masking());
    assertThat(model.text()).doesNotContain("canary");
    model.hidden();
    redactor.set(Redactor.revealing());
    assertThat(model.text()).doesNotContain("canary");
  }

  @Test
  void sidesCanBeSwapped() throws Exception {
    CompareModel model = compared();

    model.swap();

    assertThat(model.leftProperty().get().title()).isEqualTo("prod, now");
    assertThat(model.text()).contains("stage: \"prod\" -> \"dev\"");
  }

  @Test
  void aBackupTakesTheSideOfWhatItHolds() throws Exception {
    try (ProjectSession session = session()) {
      new SafetyCopy("test", "ada").of(session, Progress.NONE, Cancellation.never());
    }
    Path backup;
    try (var files = Files.list(folder.resolve(".runfabric/backup"))) {
      backup = files.findFirst().orElseThrow();
    }
    file(".runfabric/prod.json", receipt("prod", "canary-2").replace("\"aws\"", "\"gcp\""));
    CompareModel model = compared();

    model.take(model.leftProperty(), new Side.Backup(backup));
    assertThat(paths(model)).containsExactly("stage", "provider", "outputs.apiKey");

    model.rightProperty().set(Choice.now(stage("dev")));
    assertThat(model.words()).isEqualTo("No difference");
  }

  @Test
  void whatWasKeptTakesTheLeftSideWhenAskedFor() throws Exception {
    try (ProjectSession session = session()) {
      new SafetyCopy("test", "ada").of(session, Progress.NONE, Cancellation.never());
    }
    file(".runfabric/dev.json", receipt("dev", "canary-3"));
    CompareModel model = model(stage("dev"), stage("dev"));
    model.shown();
    assertThat(model.words()).isEqualTo("No difference");

    model.look(stage("dev"), /* instead= */ true);

    assertThat(model.leftProperty().get().side()).isInstanceOf(Side.Backup.class);
    assertThat(paths(model)).containsExactly("outputs.apiKey");
  }

  @Test
  void aSideThatIsGoneIsSaidToBeGone() throws Exception {
    Files.delete(folder.resolve(".runfabric/prod.json"));

    assertThat(compared().words()).isEqualTo("There is nothing on the right");
  }

  @Test
  void aFileThatIsNoBackupFailsWithItsReason() throws Exception {
    CompareModel model = compared();

    model.take(model.rightProperty(), new Side.Backup(folder.resolve("runfabric.yml")));

    assertThat(model.stateProperty().get()).isInstanceOf(CompareState.Failed.class);
    assertThat(model.words()).isEmpty();
  }

  private CompareModel compared() throws IOException {
    CompareModel model = model(stage("dev"), stage("prod"));
    model.shown();
    return model;
  }

  private CompareModel model(Entry left, Entry right) {
    ProjectModel project =
        new ProjectModel(new Tasks(Runnable::run, Runnable::run), request(), options);
    return new CompareModel(
        project,
        redactor.getReadOnlyProperty(),
        Clock.fixed(NOW, ZoneOffset.UTC),
        entries.stream().map(Choice::now).toList(),
        Choice.now(left),
        Choice.now(right));
  }

  private static List<String> paths(CompareModel model) {
    return model.fields().visible().stream().map(row -> row.change().path()).toList();
  }

  private Entry stage(String name) {
    return entries.stream().filter(entry -> entry.stage().equals(name)).findFirst().orElseThrow();
  }

  private ProjectSession session() throws Exception {
    return ProjectSession.open(request(), options);
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        folder.resolve("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of());
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String receipt(String stage, String secret) {
    return "{\"version\": 2, \"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"provider\": \"aws\", \"deploymentId\": \"deploy-1\", \"outputs\": {\"apiKey\": \""
        + secret
        + "\"}, \"updatedAt\": \"2026-02-01T10:00:00Z\"}";
  }
}
