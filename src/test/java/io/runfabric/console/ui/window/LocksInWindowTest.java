package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Locks in a real window on a real project: watched, removed, taken over, held and released.
class LocksInWindowTest {

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private Path file = Path.of("");
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    file = SampleProject.write(folder.resolve("shop"), clock);
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(file).go(Place.LOCKS);
    window.untilSays("3 locks");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aLeaseCountsDownWhileThePageIsShown() throws Exception {
    window.untilSays("14:10 left");

    clock.advance(Duration.ofSeconds(70));
    window.untilSays("13:00 left");
    clock.advance(Duration.ofSeconds(1));
    window.untilSays("12:59 left");
  }

  @Test
  void nothingCountsDownOnAPageThatIsNotShown() throws Exception {
    javafx.scene.control.TableView<?> table = window.read(window::table);
    window.go(Place.OVERVIEW);
    String before = window.read(() -> leases(table));
    assertThat(before).contains("14:10 left");

    // Two ticks of the status bar take longer than one of the table would.
    clock.advance(Duration.ofMinutes(2));
    window.untilSays("Loaded 2 min ago");
    clock.advance(Duration.ofMinutes(1));
    window.untilSays("Loaded 3 min ago");

    assertThat(window.read(() -> leases(table))).isEqualTo(before);
  }

  @Test
  void aStaleLockIsRemovedThroughTheDialogAndItsRowGoes() throws Exception {
    window.click("dev").click("Unlock…");
    window.untilDialogSays("Remove the lock of dev?");
    assertThat(window.read(window::dialog))
        .contains("pid:3999983", "does not run on this machine any more", "remove", "2 h ago")
        .contains("Its lease has ended: no holder that keeps to it still writes")
        .doesNotContain(token("dev"));

    window.clickButton("Remove the lock");

    window.untilDialogSays("checkout-api/dev is free.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("2 locks");
    assertThat(lock("dev")).doesNotExist();
    assertThat(lock("staging")).exists();
    window.go(Place.ACTIVITY);
    window.untilSays("state force-unlock --service checkout-api --stage dev -c " + file);
  }

  @Test
  void theCommandThatDoesTheSameIsCopied() throws Exception {
    window.click("dev").click("Unlock…");
    window.untilDialogSays("The same on the terminal");

    window.click(".command-copy");

    window.until("it is copied", () -> window.says("Copied"));
    assertThat(window.clipboard())
        .isEqualTo(
            "runfabric-console state force-unlock --service checkout-api --stage dev -c " + file);
    window.clickButton("Cancel").untilNoDialog();
    assertThat(lock("dev")).exists();
  }

  @Test
  void aLockThatChangedWhileItWasShownIsLeftAlone() throws Exception {
    window.click("staging").click("Unlock…");
    window.untilDialogSays("Remove the lock of staging?");

    String renewed =
        Files.readString(lock("staging")).replace("12:14:10", "12:29:10").replace("deploy", "plan");
    Files.writeString(lock("staging"), renewed);
    assertThat(window.read(window::dialog)).contains("runs on this machine, here and now");
    window.click("#typed-stage");
    window.robot().write("staging").push(KeyCode.ENTER);

    window.untilDialogSays("checkout-api/staging is still held, by pid:");
    assertThat(window.read(window::dialog)).contains("Changed meanwhile, left alone:");
    window.clickButton("Close").untilNoDialog();
    assertThat(lock("staging")).hasContent(renewed);
    window.go(Place.ACTIVITY);
    window.untilSays("failed");
  }

  @Test
  void theShortcutAsksForTheSelectedRow() throws Exception {
    window.click("dev");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);

    window.untilDialogSays("Remove the lock of dev?");
    window.robot().push(KeyCode.ESCAPE);
    window.untilNoDialog();
    window.go(Place.JOURNALS);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
    assertThat(window.read(window::dialog)).isEmpty();
  }

  @Test
  void takingOverIsOfferedOnceTheLeaseHasEndedAndKeepsTheStageForAReason() throws Exception {
    window.click("staging");
    window.untilSays("Unlock…");
    assertThat(window.screen()).doesNotContain("Take over…");
    window.click("dev").click("Take over…");
    window.untilDialogSays("Take over dev?");

    window.click("#ask-reason");
    window.robot().write("mending");
    window.clickButton("Take over");

    window.untilDialogSays("checkout-api/dev is held.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("Held for maintenance: mending.");
    assertThat(window.read(window.model().writes().holds()::names))
        .containsExactly("checkout-api/dev");
    assertThat(Files.readString(lock("dev"))).contains("maintenance: mending");
  }

  @Test
  void takingOverWithoutAReasonFreesTheStage() throws Exception {
    window.click("dev").click("Take over…");
    window.untilDialogSays("Take over dev?");

    window.clickButton("Take over");

    window.untilDialogSays("checkout-api/dev is free.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("2 locks");
    assertThat(lock("dev")).doesNotExist();
  }

  @Test
  void everyStaleLockIsClearedOnceTheProductionStageAmongThemIsTyped() throws Exception {
    window.click("Clear stale…");
    window.untilDialogSays("Remove 2 stale locks?");
    assertThat(window.read(window::dialog)).contains("dev", "prod · gcp-functions");

    window.click("#typed-stage");
    window.robot().write("pro").push(KeyCode.ENTER);
    assertThat(lock("dev")).exists();
    window.robot().write("d").push(KeyCode.ENTER);

    window.untilDialogSays("Every lock whose lease had ended is gone.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("1 lock");
    assertThat(window.screen()).doesNotContain("Clear stale…");
  }

  @Test
  void aStageIsHeldWithAReasonAndReleased() throws Exception {
    hold("canary", "moving the database");
    assertThat(Files.readString(lock("canary"))).contains("maintenance: moving the database");
    window.untilSays("moving the database");

    window.click("canary").click("Release…");
    window.untilDialogSays("Release canary?");
    window.clickButton("Release");

    window.untilDialogSays("checkout-api/canary is given back and free.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("3 locks");
    assertThat(lock("canary")).doesNotExist();
    window.until(
        "the window keeps nothing", () -> window.model().writes().holds().names().isEmpty());
    window.go(Place.ACTIVITY);
    window.untilSays("2 activities");
    assertThat(window.column("operation")).containsExactly("lock release", "lock hold");
  }

  @Test
  void aHeldStageCannotBeHeldAgainAndItIsSaidWhoHoldsIt() throws Exception {
    window.click("staging").click("Hold a stage…");
    window.untilDialogSays("Keep a stage locked");
    window.click("#ask-reason");
    window.robot().write("mine").push(KeyCode.ENTER);

    window.untilDialogSays("held by");
    window.clickButton("Close").untilNoDialog();
    assertThat(Files.readString(lock("staging"))).doesNotContain("mine");
  }

  @Test
  void closingTheProjectAsksAndGivesBackWhatIsHeldOfIt() throws Exception {
    hold("canary", "moving the database");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
    window.untilDialogSays("Release what this window holds?");
    assertThat(window.read(() -> window.model().projects().all().size())).isEqualTo(1);
    window.clickButton("Release and close").untilNoDialog();

    window.until("it is closed", () -> window.model().projects().all().isEmpty());
    window.until("nothing is held", () -> window.model().writes().holds().names().isEmpty());
    assertThat(lock("canary")).doesNotExist();
  }

  @Test
  void closingTheWindowAsksAndGivesBackWhatItHolds() throws Exception {
    hold("canary", "moving the database");

    window.askToClose();
    window.untilDialogSays("Release what this window holds?");
    window.clickButton("Cancel").untilNoDialog();
    assertThat(window.read(window::showing)).isTrue();
    assertThat(lock("canary")).exists();
    window.askToClose();
    window.untilDialogSays("checkout-api/canary");
    window.clickButton("Release and close");

    window.until("the window is closed", () -> !window.showing());
    assertThat(lock("canary")).doesNotExist();
  }

  @Test
  void inReadOnlyModeEverythingThatWritesIsDisabled() throws Exception {
    window.act(() -> window.model().readOnlyProperty().set(true));
    window.click("dev");
    window.untilSays("Unlock…");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);

    assertThat(window.read(() -> window.disabled(".action-button"))).isTrue();
    assertThat(window.read(window::dialog)).isEmpty();
  }

  @Test
  void aLockThatTurnsStaleIsToldOnEveryPage() throws Exception {
    window.go(Place.RECEIPTS);

    clock.advance(Duration.ofMinutes(20));

    window.untilSays("The lock of staging has turned stale");
    window.go(Place.LOCKS);
    window.until(
        "every lock is stale",
        () -> window.cells("state").equals(List.of("stale", "stale", "stale")));
  }

  private void hold(String stage, String reason) throws Exception {
    window.click("Hold a stage…");
    window.untilDialogSays("Keep a stage locked");
    window.act(() -> window.choose("#ask-stage", stage));
    window.click("#ask-reason");
    window.robot().write(reason).push(KeyCode.ENTER);
    window.untilDialogSays("checkout-api/" + stage + " is held.");
    window.clickButton("Close").untilNoDialog();
    // The project has state of engine 1 too, whose provider is locked with the stage.
    window.untilSays("5 locks");
  }

  private static String leases(javafx.scene.control.TableView<?> table) {
    return table.lookupAll("#lease").stream()
        .filter(javafx.scene.control.TableCell.class::isInstance)
        .map(cell -> ((javafx.scene.control.TableCell<?, ?>) cell).getText() + "")
        .sorted()
        .toList()
        .toString();
  }

  private Path lock(String stage) {
    return file.resolveSibling(".runfabric/locks/checkout-api-" + stage + ".lock.json");
  }

  private String token(String stage) throws Exception {
    return io.runfabric.console.model.Json.object(Files.readAllBytes(lock(stage)))
        .path("ownerToken")
        .asText();
  }
}
