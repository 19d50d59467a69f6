package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSearchTest {

  @TempDir private Path root;

  @Test
  void findsProjectsInItselfAndBelow() throws Exception {
    project(".");
    project("b/deep/er");
    project("a");

    assertThat(found().files())
        .containsExactly(
            root.resolve("a/runfabric.yml"),
            root.resolve("b/deep/er/runfabric.yml"),
            root.resolve("runfabric.yml"));
    assertThat(found().notes()).isEmpty();
  }

  @Test
  void passesOverWhatToolsFillAndHiddenFolders() throws Exception {
    for (String name : List.of("node_modules", ".git", "target", ".runfabric", "dist/inner")) {
      project("a/" + name);
    }
    project("a");

    assertThat(found().files()).containsExactly(root.resolve("a/runfabric.yml"));
  }

  @Test
  void linksAreNotFollowedWhichIsSaidButTheFolderItselfMayBeOne() throws Exception {
    project("real/a");
    Files.createSymbolicLink(root.resolve("real/a/up"), root);
    Files.createSymbolicLink(root.resolve("real/again"), root.resolve("real/a"));
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("real"));

    FolderSearch.Found found = FolderSearch.below(link, Progress.NONE, Cancellation.never());

    assertThat(found.files()).containsExactly(link.resolve("a/runfabric.yml"));
    assertThat(found.notes()).containsExactly("2 links to folders were not followed.");
  }

  @Test
  void whatLiesTooDeepIsSaid() throws Exception {
    project("1/2/3/4/5/6/7");
    assertThat(found().files()).hasSize(1);
    assertThat(found().notes()).isEmpty();

    project("1/2/3/4/5/6/7/8/9");

    assertThat(found().files()).hasSize(1);
    assertThat(found().notes()).containsExactly("Folders more than 8 below were not looked into.");
  }

  @Test
  void stopsWhenAskedTo() throws Exception {
    project("a");
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(() -> FolderSearch.below(root, Progress.NONE, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private FolderSearch.Found found() throws Exception {
    return FolderSearch.below(root, Progress.NONE, Cancellation.never());
  }

  private void project(String place) throws Exception {
    Path folder = Files.createDirectories(root.resolve(place));
    Files.writeString(folder.resolve("runfabric.yml"), "service: x\n");
  }
}
