package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {

  @TempDir private Path folder;

  @Test
  void aYamlFileMeansItselfWhateverItsName() throws IOException {
    for (String name : List.of("runfabric.yml", "other.yaml", "SHOP.YML")) {
      Path file = Files.writeString(folder.resolve(name), "");

      assertThat(ProjectFiles.meantBy(file)).contains(file);
    }
  }

  @Test
  void aFolderMeansTheConfigurationInIt() throws IOException {
    assertThat(ProjectFiles.meantBy(folder)).isEmpty();
    Path file = Files.writeString(folder.resolve("runfabric.yml"), "");

    assertThat(ProjectFiles.meantBy(folder)).contains(file);
  }

  @Test
  void nothingElseMeansAProject() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "");
    Path named = Files.createDirectories(folder.resolve("named.yml"));
    Files.createDirectories(named.resolve("runfabric.yml"));

    assertThat(ProjectFiles.meantBy(text)).isEmpty();
    assertThat(ProjectFiles.meantBy(named)).isEmpty();
    assertThat(ProjectFiles.meantBy(folder.resolve("absent.yml"))).isEmpty();
    assertThat(ProjectFiles.meantBy(folder.getRoot())).isEmpty();
  }

  @Test
  void theFirstProjectAmongSeveralPathsIsTaken() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "");
    Path first = Files.writeString(folder.resolve("a.yml"), "");
    Path second = Files.writeString(folder.resolve("b.yml"), "");

    assertThat(ProjectFiles.firstOf(List.of(text, first, second))).contains(first);
    assertThat(ProjectFiles.firstOf(List.of(text))).isEmpty();
    assertThat(ProjectFiles.firstOf(List.of())).isEmpty();
  }
}
