package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The activity log in a real window.
class ActivityInWindowTest {

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private Path file = Path.of("");
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    file = SampleProject.write(folder.resolve("shop"), clock);
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(file).go(Place.ACTIVITY);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void anEmptyPageSaysWhatWillBeThere() throws Exception {
    window.untilSays("Nothing was changed yet");
    assertThat(window.screen()).contains("in this window or on the terminal");
  }

  @Test
  void whatAnotherConsoleWritesShowsUpByItselfAndItsCommandIsCopied() throws Exception {
    window.untilSays("Nothing was changed yet");

    onTheTerminal(file, "state restore");

    window.untilSays("1 activity");
    window.click("state restore");
    window.untilSays("The same on the terminal");
    assertThat(window.screen()).contains("receipts/dev", "backup.json", "Copy of before");
    window.click("#copy-menu").click("Copy as command");
    window.untilSays("Copied 1 activity as command");
    assertThat(window.clipboard()).isEqualTo("runfabric-console state restore --file 'a b'");
  }

  @Test
  void theLinesOfAllProjectsAreShownWhenAskedFor() throws Exception {
    onTheTerminal(file, "lock hold");
    onTheTerminal(folder.resolve("other.yml"), "recover");
    window.untilSays("1 activity");

    window.click("All projects");

    window.untilSays("2 activities");
    assertThat(window.column("operation")).containsExactly("recover", "lock hold");
  }

  @Test
  void aProjectThatDoesNotLoadHasItsActivityAllTheSame() throws Exception {
    onTheTerminal(file, "lock hold");
    java.nio.file.Files.writeString(file, "service: shop\nbackend:\n  kind: dynamo\n");
    window.go(Place.OVERVIEW.filtered(""));
    window.untilSays("runfabric.yml has 1 error");

    window.go(Place.ACTIVITY);

    window.untilSays("1 activity");
    window.click("lock hold");
    window.untilSays("The same on the terminal");
  }

  private void onTheTerminal(Path project, String operation) throws Exception {
    Doing doing =
        new Doing(
            project.toString(),
            "checkout-api",
            "dev",
            "sqlite",
            operation,
            "runfabric-console " + operation + " --file 'a b'");
    new ActivityLog(window.model().writes().folder(), clock, _ -> {})
        .<Boolean, RuntimeException>record(
            doing,
            trace -> {
              trace.changed("receipts/dev");
              trace.snapshot("backup.json");
              return true;
            });
  }
}
