package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  @TempDir Path folder;
  Workspace workspace;

  @BeforeEach
  void workspace() {
    workspace = new Workspace(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "runfabric.yml, .",
    "./runfabric.yml, .",
    "other.yml, .",
    "my-api/runfabric.yml, my-api",
    "./my-api/runfabric.yml, my-api",
    "my-api/../my-api/runfabric.yml, my-api",
    "my-api/../runfabric.yml, .",
    "a/b/runfabric.yml, a/b",
    "'', .",
    "., .",
    "my-api, my-api",
    "my-api/, my-api",
  })
  void typedFolderIsTheFolderAsTyped(String typed, String expected) throws InvalidProjectException {
    for (String file :
        new String[] {"runfabric.yml", "other.yml", "my-api/runfabric.yml", "a/b/runfabric.yml"}) {
      workspace.file(file, "service: shop\n");
    }
    assertThat(workspace.load(typed).project().typedFolder()).isEqualTo(expected);
  }

  @Test
  void typedFolderOutsideTheWorkingDirectoryKeepsItsSteps() throws Exception {
    workspace.file("runfabric.yml", "service: shop\n").file("inner/x", "");
    ProjectRequest request =
        ProjectRequest.of(Path.of("../runfabric.yml")).withStage(java.util.Optional.of("qa"));
    ProjectRequest inner =
        new ProjectRequest(
            request.typed(),
            folder.resolve("inner"),
            request.stage(),
            request.backend(),
            java.util.Map.of());
    Project project = ProjectLoader.load(inner).project();
    assertThat(project.typedFolder()).isEqualTo("..");
    assertThat(project.folder()).isEqualTo(folder);
  }

  @Test
  void absolutePathStaysAbsolute() throws InvalidProjectException {
    workspace.yml("service: shop\n");
    Project project = workspace.load(folder.resolve("runfabric.yml").toString()).project();
    assertThat(project.typedFolder()).isEqualTo(folder.toString());
    assertThat(workspace.load(folder.toString()).project()).isEqualTo(project);
  }

  @Test
  void missingFileNamesOnesNearby() {
    assertThat(workspace.refusedFor())
        .returns("no such file", Problem::message)
        .returns(0, Problem::line)
        .returns(folder.resolve("runfabric.yml"), Problem::file);
    workspace.file("api/runfabric.yml", "").file("web/runfabric.yml", "");
    workspace.file("runfabric.yaml", "");
    assertThat(workspace.refusedFor().fix())
        .containsSubsequence(
            "did you mean ",
            folder.resolve("runfabric.yaml").toString(),
            folder.resolve("api/runfabric.yml").toString(),
            folder.resolve("web/runfabric.yml").toString());
  }

  @Test
  void missingTwinIsNamed() {
    workspace.file("shop.yml", "service: shop\n");
    assertThat(workspace.refused("shop.yaml").getFirst().fix())
        .isEqualTo("did you mean " + folder.resolve("shop.yml") + "?");
  }

  @Test
  void missingFolderIsNoTrouble() {
    assertThat(workspace.refused("no/such/runfabric.yml").getFirst().message())
        .isEqualTo("no such file");
  }

  @Test
  void folderWithoutTheFileSaysSo() {
    workspace.file("api/runfabric.yaml", "service: shop\n");
    Problem problem = workspace.refused("api").getFirst();
    assertThat(problem.message()).isEqualTo("this is a folder without a runfabric.yml");
    assertThat(problem.fix()).contains(folder.resolve("api/runfabric.yaml").toString());
  }

  @Test
  void danglingLinkSaysSo() throws IOException {
    Files.createSymbolicLink(folder.resolve("runfabric.yml"), Path.of("gone.yml"));
    assertThat(workspace.refusedFor().message())
        .isEqualTo("this is a link to a file that does not exist");
  }

  @Test
  void folderInPlaceOfTheFileSaysSo() throws IOException {
    Files.createDirectory(folder.resolve("runfabric.yml"));
    assertThat(workspace.refusedFor().message())
        .isEqualTo("this is a folder without a runfabric.yml");
  }
}
