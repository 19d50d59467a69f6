package io.runfabric.console.ui.drift;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.report.DriftFile;
import io.runfabric.console.ui.health.HealthView;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.PageAction;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.task.Failure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The page of drift: what it comes to, source by source, and the findings in a table.
final class DriftView implements View {

  private final DriftModel model;
  private final ViewContext context;
  private final ListingView<DriftRow> listing;
  private final DriftHeadline headline;
  private final SourceTiles sources;
  private final BorderPane page = new BorderPane();
  private final InvalidationListener onModel = _ -> show();
  // Goes on while another page is looked at: it is what begins the next comparison.
  private final Ticker ticker = new Ticker(this::tick);
  private boolean onScreen;

  DriftView(DriftModel model, ViewContext context) {
    this.model = model;
    this.context = context;
    listing = new ListingView<>(Drifts.listing(model), context, new DriftActions(context, model));
    headline =
        new DriftHeadline(
            new ScopeMenu(model),
            this::export,
            () -> context.copy(context.project().commandLine(model.command())));
    sources = new SourceTiles(this::filter);
    VBox top = new VBox(headline, sources);
    top.getStyleClass().add("drift-top");
    page.getStyleClass().add("drift");
    page.getStylesheets().addAll(ListingView.sheet(), HealthView.sheet(), sheet());
    page.setTop(top);
    model.intervalProperty().addListener((_, _, every) -> follow(every.isPresent()));
    context
        .project()
        .sessionProperty()
        .addListener((_, _, session) -> {
          if (session.isEmpty()) {
            ticker.stop();
          }
        });
  }

  private static String sheet() {
    return Objects.requireNonNull(DriftView.class.getResource("drift.css")).toExternalForm();
  }

  private void follow(boolean scheduled) {
    if (scheduled || onScreen) {
      ticker.start();
    } else {
      ticker.stop();
    }
    show();
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void shown() {
    onScreen = true;
    model.stateProperty().addListener(onModel);
    model.lastProperty().addListener(onModel);
    model.scopeProperty().addListener(onModel);
    listing.filterProperty().addListener(onModel);
    listing.shown();
    show();
    ticker.start();
  }

  @Override
  public void hidden() {
    onScreen = false;
    if (model.intervalProperty().get().isEmpty()) {
      ticker.stop();
    }
    listing.hidden();
    listing.filterProperty().removeListener(onModel);
    model.scopeProperty().removeListener(onModel);
    model.lastProperty().removeListener(onModel);
    model.stateProperty().removeListener(onModel);
  }

  private void tick() {
    model.tick();
    if (onScreen) {
      showSummary();
    }
  }

  private void show() {
    showSummary();
    Node middle = middle();
    if (!middle.equals(page.getCenter())) {
      page.setCenter(middle);
    }
  }

  private void showSummary() {
    DriftHead summary =
        DriftHead.of(
            model.stateProperty().get(),
            model.lastProperty().get(),
            model.scopeProperty().get(),
            model.intervalProperty().get(),
            context.clock().instant());
    headline.show(
        summary,
        model.stateProperty().get(),
        model.lastProperty().get().isPresent(),
        model::check,
        model::stop);
    headline.showTrend(model.trendProperty().get());
    sources.show(summary.sources());
    sources.narrowed(listing.filterProperty().getValue());
  }

  private Node middle() {
    boolean rows = !model.rows().isEmpty();
    return switch (model.stateProperty().get()) {
      case Drifting.Ended(_, Optional<Failure> failure) when failure.isPresent() && !rows ->
          new ErrorPane(failure.get(), model::check, context.project()::chooseWorkspace);
      case Drifting.Ended(boolean whole, _) when whole && !rows -> clean();
      case Drifting.NotYet(), Drifting.Ended _ when !rows -> notYet();
      case Drifting.Running _ when !rows ->
          new EmptyState(
              Icons.DRIFT, "Comparing", "What is found stands here once everything was looked at.");
      case Drifting _ -> listing.node();
    };
  }

  private Node notYet() {
    return new EmptyState(
            Icons.DRIFT,
            "Is what runs what you think runs?",
            "Compare what is stored with itself, with runfabric.yml, with what was built and with"
                + " what the provider says is there. It only reads. Options says what is compared,"
                + " and whether anybody is asked over the network.")
        .withAction("Compare now", model::check);
  }

  private Node clean() {
    DriftReport report = model.lastProperty().get().orElseThrow().report();
    return new EmptyState(
        Icons.OK,
        "No drift",
        "All that was compared is as it should be, in "
            + Texts.count(report.entries().size(), "entry", "entries")
            + ".");
  }

  private void export(DriftFile.Format format) {
    String name = context.project().folderName() + "-drift" + format.ending();
    context
        .desktop()
        .chooseFile(name, DriftHeadline.kind(format), format.ending().substring(1))
        .flatMap(DriftFile::of)
        .ifPresent(file ->
            model.export(file, written -> context.notify("Wrote " + written.file().getFileName())));
  }

  @Override
  public void filter(String text) {
    listing.filter(text);
  }

  @Override
  public void select(DocumentRef row) {
    listing.select(row);
  }

  @Override
  public void focusFilter() {
    listing.focusFilter();
  }

  @Override
  public List<PageAction> offered() {
    return listing.offered();
  }

  @Override
  public boolean exports() {
    return listing.exports();
  }

  @Override
  public void export(Export wanted) {
    listing.export(wanted);
  }

  @Override
  public void refreshRequested() {
    model.check();
  }
}
