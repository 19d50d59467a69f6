package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.soak.Holdings;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that somebody looks at all day while stages come and go: what it holds on to does not
/// grow. `-Dsoak.seconds` says how long.
class SoakInWindowTest {

  @TempDir private Path folder;
  private ProjectFolder project;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    project = new ProjectFolder(folder.resolve("shop"));
    window = new OpenWindow(folder.resolve("home"), new SetClock());
    window.open(project.configuration());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void nothingGrows() throws Exception {
    for (int i = 0; i < 4; i++) {
      round(i);
    }
    Holdings begun = Holdings.now();
    long end = System.nanoTime() + Holdings.duration().toNanos();
    int rounds = 4;
    while (System.nanoTime() < end) {
      round(rounds++);
    }
    Holdings ended = Holdings.now();

    System.out.println(rounds + " rounds: " + begun + " to " + ended);
    assertThat(ended.grownSince(begun)).isEmpty();
  }

  private void round(int number) throws Exception {
    String stage = "round-" + number % 5;
    project.file(".runfabric/" + stage + ".json", ProjectFolder.receipt(stage));
    window.act(() -> window.model().projectProperty().get().ifPresent(ProjectModel::load));
    window.until("it is loaded", () -> window.model().tasks().idle());
    for (Place.Kind kind : Place.Kind.values()) {
      window.go(Place.of(kind));
    }
  }
}
