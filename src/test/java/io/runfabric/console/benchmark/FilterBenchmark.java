package io.runfabric.console.benchmark;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryFacts;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Revision;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.receipts.Receipts;
import io.runfabric.console.ui.table.SortBy;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.table.TableToolbar;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// Measures what a keystroke in the filter costs with 100,000 receipts in the table: from the
/// changed text to the table laid out anew, on the FX thread of a real window (headless, software
/// rendering). Types each query letter by letter, then deletes it again. And what sorting costs,
/// all of it on one thread; in the window it is done in the background.
public final class FilterBenchmark {

  private static final int ROWS = 100_000;
  private static final int ROUNDS = 5;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> QUERIES =
      List.of("prod", "stage:dev aws-lambda", "unreadable", "https://api-99", "zzz");
  private static final List<String> PROVIDERS =
      List.of("aws-lambda", "gcp-functions", "cloudflare-workers", "azure-functions");

  private FilterBenchmark() {}

  public static void main(String[] args) throws Exception {
    measure(new Figures());
    Platform.exit();
  }

  static void measure(Figures figures) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Toolkit.start();
    Platform.setImplicitExit(false);
    figures.table("filter", "filter and sort", "rows", "times done", "median, ms", "slowest, ms");
    Bench bench = Toolkit.onScreen(FilterBenchmark::bench);
    for (int round = 1; round <= ROUNDS; round++) {
      row(figures, "a keystroke, round " + round, Toolkit.onScreen(bench::round));
    }
    row(figures, "sorted by another column", Toolkit.onScreen(bench::sorts));
  }

  private static void row(Figures figures, String what, List<Double> took) {
    List<Double> sorted = took.stream().sorted().toList();
    figures.row(what, ROWS, sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  private static Bench bench() {
    Listing<Entry> listing = Receipts.listing();
    TableModel<Entry> model =
        new TableModel<>(
            listing.columns(),
            listing.key(),
            new Tasks(Runnable::run, Runnable::run),
            Clock.systemUTC());
    StateTable<Entry> table = new StateTable<>(model, NOW);
    BorderPane page = new BorderPane(table);
    page.setTop(new TableToolbar<>(model, table, listing.count(), listing.filterPrompt(), _ -> {}));
    Stage stage = new Stage();
    stage.setScene(new Scene(page, 1_440, 900));
    stage.show();
    table.shown();
    model.setRows(rows());
    // The table is on screen before anybody types.
    page.applyCss();
    page.layout();
    return new Bench(model, page);
  }

  private record Bench(TableModel<Entry> model, BorderPane page) {

    List<Double> round() {
      List<Double> strokes = new ArrayList<>();
      for (String query : QUERIES) {
        for (int length = 1; length <= query.length(); length++) {
          strokes.add(stroke(query.substring(0, length)));
        }
        for (int length = query.length() - 1; length >= 0; length--) {
          strokes.add(stroke(query.substring(0, length)));
        }
      }
      return strokes;
    }

    // Each column of texts, up and down.
    List<Double> sorts() {
      List<Double> took = new ArrayList<>();
      for (String column : List.of("stage", "provider", "updated", "endpoint", "health")) {
        for (boolean descending : List.of(false, true)) {
          long started = System.nanoTime();
          model.sort(List.of(new SortBy(column, descending)));
          page.applyCss();
          page.layout();
          took.add((System.nanoTime() - started) / 1e6);
        }
      }
      return took;
    }

    private double stroke(String text) {
      long started = System.nanoTime();
      model.filterProperty().set(text);
      page.applyCss();
      page.layout();
      return (System.nanoTime() - started) / 1e6;
    }
  }

  private static List<Entry> rows() {
    List<Entry> rows = new ArrayList<>(ROWS);
    for (int i = 0; i < ROWS; i++) {
      String stage = i % 50 == 0 ? "prod" : "dev-" + i;
      rows.add(
          new Entry(
              EntryKind.RECEIPT,
              "api-" + i % 300,
              stage,
              PROVIDERS.get(i % PROVIDERS.size()),
              Optional.empty(),
              NOW.minusSeconds(i * 61L).toString(),
              i % 1_000 == 0 ? new Health.Unreadable("unsupported receipt version 3") : Health.ok(),
              new DocumentRef("local", ".runfabric/" + stage + "-" + i + ".json"),
              new Revision("sha256:" + Integer.toHexString(i * 31)),
              1_200 + i % 900,
              new EntryFacts("d-" + i, "https://api-" + i + ".example.com/v1/orders", "", 3),
              List.of()));
    }
    return rows;
  }
}
