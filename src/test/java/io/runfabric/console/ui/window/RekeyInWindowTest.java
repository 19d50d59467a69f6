package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moving rows to the workspace id a project reads, through the wizard of a real window, in a real
/// SQLite file.
class RekeyInWindowTest {

  @TempDir private Path folder;
  private ProjectFolder project;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    project = new ProjectFolder(folder.resolve("shop"));
    project.file(
        "runfabric.yml",
        ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n  sqlitePath: state.db\n");
    BackendOptions old = BackendOptions.standard().withWorkspace(Optional.of("/old/shop"));
    try (ProjectSession session = ProjectSession.open(project.request(), old)) {
      for (String stage : List.of("dev", "prod")) {
        var _ =
            session
                .backend()
                .write(
                    session.backend().locate(EntryAddress.receipt(stage)),
                    ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
                    Precondition.ABSENT);
      }
    }
    window = new OpenWindow(folder.resolve("home"), new SetClock());
    window.open(project.configuration()).go(Place.RECEIPTS);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void rowsOfAnotherIdMoveToTheOneThatIsReadAndBackAgain() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
    window.untilDialogSays("Which rows");
    assertThat(window.read(() -> text("#wizard-from"))).isEqualTo("/old/shop");
    assertThat(window.read(() -> text("#wizard-to")))
        .isEqualTo(project.configuration().resolveSibling("").toString().replaceFirst("/$", ""));

    window.clickButton("Next").untilDialogSays("Only these stages");
    window.clickButton("Next").untilDialogSays("2 rows move from");
    window.clickButton("Next").untilDialogSays(" is a production stage.");
    window.act(() -> ((TextField) window.robot().lookup("#typed-stage").query()).setText("prod"));
    window.clickButton("Move the rows").untilDialogSays("The rows are under the new id");

    window.until("they are listed", () -> window.cells("stage").equals(List.of("dev", "prod")));
    window.clickButton("Move them back…").untilDialogSays("Which rows");
    assertThat(window.read(() -> text("#wizard-to"))).isEqualTo("/old/shop");
  }

  @Test
  void bothIdsTheSameIsSaidAsItIsTyped() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
    window.untilDialogSays("Which rows");

    window.act(
        () -> ((TextField) window.robot().lookup("#wizard-to").query()).setText("/old/shop"));

    window.untilDialogSays("Both ids are the same.");
    assertThat(window.read(() -> window.offers("Next"))).isFalse();
  }

  private String text(String query) {
    return ((TextField) window.robot().lookup(query).query()).getText();
  }
}
