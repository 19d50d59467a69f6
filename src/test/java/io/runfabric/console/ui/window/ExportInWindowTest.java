package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables written to files and to the clipboard as they are on screen.
class ExportInWindowTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    Path file = Files.createDirectories(folder.resolve("orders")).resolve("runfabric.yml");
    Files.writeString(
        file, "service: orders\nprovider:\n  name: aws-lambda\nbackend:\n  kind: local\n");
    receipt("dev", "=HYPERLINK(\\\"x\\\")");
    receipt("qa", "aws-lambda");
    receipt("prod", "gcp-functions");
    window.open(file).go(Place.RECEIPTS);
    window.untilSays("3 entries");
    window.act(() -> window.model().revealSecrets(true));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aFileHasTheRowsColumnsAndOrderOfTheTableAndNoSecretOrFormula() throws Exception {
    Path csv = folder.resolve("orders.csv");
    window.savesTo(csv);
    only("stage", "provider", "endpoint");
    window.clickHeader("stage");
    window.clickHeader("stage");
    window.until("sorted downwards", () -> window.cells("stage").getFirst().equals("qa"));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);

    window.untilSays("Exported 3 entries as CSV to orders.csv");
    assertThat(csv)
        .content()
        .isEqualTo(
            """
            Stage,Provider,Endpoint
            qa,aws-lambda,https://ada:[REDACTED]@qa.example
            prod,gcp-functions,https://ada:[REDACTED]@prod.example
            dev,"'=HYPERLINK(""x"")",https://ada:[REDACTED]@dev.example
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theMenuExportsWhatPassesTheFilter() throws Exception {
    window.savesTo(folder.resolve("orders.md"));
    only("stage", "provider");
    window.act(() -> window.model().go(Place.RECEIPTS.filtered("stage:prod")));
    window.untilSays("1 of 3 entries");

    window.click("#export-menu").click("Markdown file…");

    window.untilSays("Exported 1 entry as Markdown to orders.md");
    assertThat(folder.resolve("orders.md"))
        .content()
        .isEqualTo("| Stage | Provider |\n| --- | --- |\n| prod | gcp-functions |\n");
    window.click("#export-menu").click("JSON to the clipboard");
    window.untilSays("Copied 1 entry as JSON");
    assertThat(window.clipboard()).startsWith("[").contains("\"prod\"").doesNotContain("endpoint");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidSoAndTheOldOneStays() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("taken.csv"));
    Files.writeString(taken.resolve("inside"), "kept");
    window.savesTo(taken);

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);

    window.untilSays("Exporting 3 entries as CSV failed");
    assertThat(taken.resolve("inside")).hasContent("kept");
  }

  @Test
  void aPageWithoutATableOffersNoExport() throws Exception {
    window.act(() -> window.model().go(Place.OVERVIEW));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
    window.robot().write("export table");

    window.untilSays("Nothing matches");
  }

  private void only(String... columns) throws InterruptedException {
    window.act(() -> {
      for (TableColumn<?, ?> column : window.table().getColumns()) {
        column.setVisible(java.util.List.of(columns).contains(column.getId()));
      }
    });
  }

  private void receipt(String stage, String provider) throws Exception {
    Path receipts = Files.createDirectories(folder.resolve("orders/.runfabric"));
    Files.writeString(
        receipts.resolve(stage + ".json"),
        """
        {"version":2,"service":"orders","stage":"%1$s","provider":"%2$s",\
        "updatedAt":"2026-03-01T10:00:00Z","deploymentId":"d-%1$s",\
        "outputs":{"url":"https://ada:hunter2@%1$s.example"}}
        """
            .formatted(stage, provider));
  }
}
