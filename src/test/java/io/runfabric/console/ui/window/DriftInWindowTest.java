package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.provider.aws.LambdaServer;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of drift in a real window, on a project whose provider answers as Lambda does.
class DriftInWindowTest {

  private static final String CONFIGURATION =
      """
      service: shop
      provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
      functions:
        api: {handler: src/api.handler, memory: 256}
      stages: {dev: {}, qa: {}}
      """;

  private static final String DESCRIBED =
      """
      {"Configuration": {"Runtime": "nodejs22.x", "Handler": "src/api.handler",
         "MemorySize": 256, "Timeout": 30, "State": "Active",
         "CodeSha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="}}
      """;

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private LambdaServer lambda;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    lambda = new LambdaServer();
    ProjectFolder project = new ProjectFolder(folder.resolve("shop"));
    project.file("runfabric.yml", CONFIGURATION);
    StringBuilder environment = new StringBuilder();
    for (Map.Entry<String, String> one : lambda.environment().entrySet()) {
      environment.append(one.getKey()).append('=').append(one.getValue()).append('\n');
    }
    project.file(".env", environment.toString());
    for (String stage : new String[] {"dev", "qa"}) {
      project.file(".runfabric/" + stage + ".json", receipt(stage));
      lambda.function("shop-" + stage + "-api", LambdaServer.ok(DESCRIBED));
    }
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(project.configuration()).go(Place.DRIFT);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    lambda.close();
  }

  @Test
  void nobodyIsAskedBeforeTheUserWantsIt() throws Exception {
    window.untilSays("Is what runs what you think runs?");

    assertThat(lambda.asked).isEmpty();
  }

  @Test
  void whatDiffersIsListedSourceBySourceAndShownBesideWhatShouldBe() throws Exception {
    lambda.function(
        "shop-qa-api",
        LambdaServer.ok(DESCRIBED.replace("\"MemorySize\": 256", "\"MemorySize\": 512")));

    window.click("#drift-check");

    window.untilSays("Drift: what is recorded and what is meant differ");
    window.until("the finding is listed", () -> window.cells("severity").contains("warning"));
    window.click("#source-provider");
    window.until(
        "it stands alone", () -> window.cells("source").stream().allMatch("provider"::equals));
    window.act(() -> window.table().getSelectionModel().select(0));
    window.untilSays("The memory is not what runfabric.yml says.");
    assertThat(window.screen()).contains("Expected", "256", "Actual", "512");
  }

  @Test
  void theNetworkIsLeftAloneWhenTheUserSaysSo() throws Exception {
    item(
        "drift-network",
        item -> {
          ((CheckMenuItem) item).setSelected(false);
          item.fire();
        });

    window.click("#drift-check");

    window.untilSays("No drift in what was checked");
    assertThat(lambda.asked).isEmpty();
  }

  @Test
  void itComparesAgainByItselfAndTellsOfWhatIsNewAndCritical() throws Exception {
    window.click("#drift-check");
    window.untilSays("compared just now");
    lambda.function("shop-dev-api", LambdaServer.absent());
    window.act(() -> {
      Menu again = (Menu) options().getItems().getLast();
      RadioMenuItem fiveMinutes = (RadioMenuItem) again.getItems().get(1);
      fiveMinutes.setSelected(true);
      fiveMinutes.fire();
    });
    window.go(Place.LOCKS);

    clock.advance(Duration.ofMinutes(6));

    window.untilSays("Drift in shop: receipt dev");
  }

  @Test
  void aFindingIsLivedWithForAWhileAndCountedAgain() throws Exception {
    lambda.function(
        "shop-qa-api",
        LambdaServer.ok(DESCRIBED.replace("\"MemorySize\": 256", "\"MemorySize\": 512")));
    window.click("#drift-check");
    window.untilSays("compared just now");
    window.until("the finding is listed", () -> window.cells("severity").contains("warning"));
    window.act(() -> window.table().getSelectionModel().select(0));

    window.click("Ignore…").untilDialogSays("Live with this finding?");
    window.click("#ask-reason");
    window.robot().write("it was agreed");
    window.clickButton("Ignore").untilDialogSays("It is ignored until 2026-03-31.");
    window.clickButton("Close").untilNoDialog();

    window.until("it is ignored", () -> window.cells("severity").contains("ignored"));
    assertThat(folder.resolve("shop/.runfabric/drift-ignore.yml"))
        .content()
        .contains("reason: 'it was agreed'", "until: 2026-03-31");
    window.act(() ->
        window.table().getSelectionModel().select(window.cells("severity").indexOf("ignored")));
    window.click("Count it again…").untilDialogSays("it was agreed");
    window.clickButton("Count it again").untilDialogSays("It counts again.");
    window.clickButton("Close").untilNoDialog();
    window.until("it counts", () -> window.cells("severity").contains("warning"));
  }

  @Test
  void anEntryThatNothingStandsBehindIsRemovedAfterABackup() throws Exception {
    lambda.function("shop-qa-api", LambdaServer.absent());
    window.click("#drift-check");
    window.untilSays("Drift: what is recorded cannot be relied upon");
    window.until("the finding is listed", () -> window.cells("severity").contains("critical"));
    window.act(() -> window.table().getSelectionModel().select(0));

    window.click("Remove the entry…").untilDialogSays("Nothing in the cloud is touched");
    window.clickButton("Remove").untilDialogSays("The receipt of qa is removed.");
    window.clickButton("Close").untilNoDialog();

    assertThat(folder.resolve("shop/.runfabric/qa.json")).doesNotExist();
    assertThat(folder.resolve("shop/.runfabric/backup")).isNotEmptyDirectory();
  }

  @Test
  void theReportIsWrittenToAFile() throws Exception {
    Path file = folder.resolve("drift.md");
    window.savesTo(file);
    window.click("#drift-check");
    window.untilSays("compared just now");

    window.act(() ->
        menu("Report").getItems().stream()
            .filter(item -> item.getText().equals("Markdown…"))
            .findFirst()
            .orElseThrow()
            .fire());

    window.untilSays("Wrote drift.md");
    assertThat(Files.readString(file)).contains("Drift report of shop");
  }

  @Test
  void aProviderThatDoesNotAnswerCanBeStopped() throws Exception {
    lambda.delay(5_000);

    window.click("#drift-check");
    window.until("it is asked", () -> !lambda.asked.isEmpty());
    window.click("#drift-check");

    window.untilSays("The comparison was stopped");
  }

  private static String receipt(String stage) {
    return """
    {"version": 2, "service": "shop", "stage": "%s", "provider": "aws-lambda",
     "deploymentId": "d-1", "outputs": {"region": "eu-central-1"},
     "functions": [{"function": "api", "artifactSha256":
       "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}],
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(stage);
  }

  private interface Doing {
    void with(MenuItem item);
  }

  private void item(String id, Doing doing) throws InterruptedException {
    window.act(() ->
        doing.with(
            options().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()));
  }

  private MenuButton options() {
    return window.robot().lookup("#drift-options").queryAs(MenuButton.class);
  }

  private MenuButton menu(String text) {
    return window
        .robot()
        .lookup((MenuButton button) -> text.equals(button.getText()))
        .queryAs(MenuButton.class);
  }
}
