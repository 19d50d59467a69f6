package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Health in a real window on real projects.
class HealthInWindowTest {

  private static final String READ_ONLY = "read only";

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theKeyboardOpensItAndWhatIsWrongIsSaid() throws Exception {
    Path file = sample();
    window.open(file);
    List<String> before = files(file);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT8);

    window.untilSays(READ_ONLY);
    assertThat(window.screen())
        .contains("Something is wrong.", "of which 2 do not load", "Not checked", "Critical");
    assertThat(files(file)).isEqualTo(before);
  }

  @Test
  void aTrialWriteLeavesNothingBehind() throws Exception {
    Path file =
        project("service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: local\n");
    Files.createDirectories(file.resolveSibling(".runfabric").resolve("state"));
    window.open(file).go(Place.HEALTH);
    window.untilSays("Nothing wrong was found, but not all was checked.");
    List<String> before = files(file);

    window.click("Check with a trial write");

    window.untilSays("with a trial write");
    window.untilSays("Everything is as it should be.");
    assertThat(files(file)).isEqualTo(before);
  }

  @Test
  void aNumberNarrowsTheFindingsAndAnotherClickShowsThemAll() throws Exception {
    window.open(sample()).go(Place.HEALTH);
    window.untilSays(READ_ONLY);

    window.click("#only-critical");
    window.untilSays("1 of ");
    assertThat(window.screen()).contains("do not load").doesNotContain("Answered in");
    window.click("#only-critical");
    window.untilSays("Answered in");

    window.click("Problems only");
    window.until("what is good is gone", () -> !window.says("Answered in"));
    window.click("All");
    window.untilSays("Answered in");
  }

  @Test
  void findingsAreCopiedAsJsonAndAsCommandAndARemedyAsItIs() throws Exception {
    Path file = sample();
    window.open(file).go(Place.HEALTH);
    window.untilSays(READ_ONLY);

    window.click("#copy-menu").click("Copy as JSON");
    window.untilSays("Copied the findings as JSON");
    assertThat(window.clipboard()).startsWith("{").contains("\"worst\" : \"critical\"");

    window.click("#copy-menu").click("Copy as command");
    window.untilSays("Copied the check as command");
    assertThat(window.clipboard()).isEqualTo("runfabric-console doctor --read-only -c " + file);

    window.act(() -> window.press("Copy: See which with: runfabric-console state list"));
    assertThat(window.clipboard()).isEqualTo("See which with: runfabric-console state list");
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUpWhenAsked() throws Exception {
    Path file =
        project(
            """
            service: orders
            provider:
              name: aws-lambda
              region: eu-central-1
            backend:
              kind: s3
              s3Bucket: orders-state
            """);
    Files.writeString(
        file.resolveSibling(".env"),
        """
        AWS_ENDPOINT_URL_S3=http://127.0.0.1:1
        AWS_ACCESS_KEY_ID=AKIDEXAMPLE
        AWS_SECRET_ACCESS_KEY=canary
        """);
    window.act(() -> {
      window.model().open(file);
      window.model().go(Place.HEALTH);
    });
    window.untilSays("Looking at receipts in s3://orders-state/");

    window.click("Stop");

    window.untilSays("The check did not come to its end.");
    assertThat(window.screen())
        .contains("The check was stopped before this was looked at", "Check again")
        .doesNotContain("canary");
  }

  @Test
  void aBrokenConfigurationIsLookedAtAndMendingItIsEnough() throws Exception {
    Path file = project("service: shop\nbackend:\n  kind: dynamo\n");
    window.act(() -> window.model().open(file));
    window.click("Check health");
    window.untilSays("Something is wrong.");
    window.untilSays("Did you mean");

    Files.writeString(file, "service: shop\nbackend:\n  kind: local\n");

    window.until("it is mended", () -> !window.says("Did you mean") && window.says(READ_ONLY));
  }

  @Test
  void aMissingTableIsCreatedOnceItIsAgreedTo() throws Exception {
    Path file =
        project("service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: sqlite\n");
    Path database = file.resolveSibling(".runfabric").resolve("state.db");
    window.open(file).go(Place.HEALTH);
    window.untilSays(READ_ONLY);

    window.click(".repair-button").click("Cancel");
    window.until("the dialog is gone", HealthInWindowTest::oneStage);
    assertThat(database).doesNotExist();
    window.click(".repair-button").click("Create");

    window.until("the table is there", () -> Files.exists(database) && window.says("Integrity"));
    window.until("nothing is left to mend", () -> !window.says("Create the table"));
  }

  @Test
  void inReadOnlyModeNothingIsMendedOrTriedAndTheWindowSaysSo() throws Exception {
    Path file =
        project("service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: sqlite\n");
    window.open(file).go(Place.HEALTH);
    window.untilSays(READ_ONLY);
    assertThat(disabled(".repair-button")).isFalse();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
    window.untilSays("Read-only");

    assertThat(disabled(".repair-button")).isTrue();
    assertThat(disabled("Check with a trial write")).isTrue();
    window.click(".read-only-button");
    window.until("it may write again", () -> !window.says("Read-only"));
    assertThat(disabled(".repair-button")).isFalse();
  }

  private boolean disabled(String query) throws InterruptedException {
    return window.read(
        () -> window.robot().lookup(query).queryAllAs(Button.class).iterator().next().isDisabled());
  }

  @Test
  void forProductionTheNameOfTheStageHasToBeTyped() throws Exception {
    Path file =
        project("service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: sqlite\n");
    Files.writeString(file.resolveSibling(".env"), "RUNFABRIC_STAGE=prod\n");
    Path database = file.resolveSibling(".runfabric").resolve("state.db");
    window.open(file).go(Place.HEALTH);
    window.untilSays(READ_ONLY);

    window.click(".repair-button").click("#typed-stage");
    window.robot().write("pro").push(KeyCode.ENTER);
    assertThat(window.read(HealthInWindowTest::oneStage)).isFalse();
    assertThat(database).doesNotExist();
    window.robot().write("d").push(KeyCode.ENTER);

    window.until("the table is there", () -> Files.exists(database) && window.says("Integrity"));
  }

  @Test
  void anotherStageIsLookedAtAnew() throws Exception {
    window.open(sample()).go(Place.HEALTH);
    window.untilSays("stage dev");

    window.act(() -> window.model().projectProperty().get().orElseThrow().chooseStage("prod"));

    window.untilSays("stage prod");
    assertThat(window.screen()).doesNotContain("stage dev,");
  }

  private static boolean oneStage() {
    return Window.getWindows().stream().filter(Stage.class::isInstance).count() == 1;
  }

  private Path sample() throws Exception {
    return SampleProject.write(folder.resolve("shop"), Clock.systemUTC());
  }

  private Path project(String text) throws Exception {
    Path file = Files.createDirectories(folder.resolve("orders")).resolve("runfabric.yml");
    return Files.writeString(file, text);
  }

  private static List<String> files(Path project) throws IOException {
    try (Stream<Path> all = Files.walk(project.resolveSibling(""))) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
