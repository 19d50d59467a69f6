package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page that looks the project over: what it comes to, and the findings place by place.
public final class HealthView implements View {

  private static final double WIDEST = 1280;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ViewContext context;
  private final HealthModel model;
  private final HeadlineCard headline;
  private final SeverityTiles tiles;
  private final FindingsBar bar;
  private final VBox findings = new VBox();
  private final ScrollPane scroll;
  private final FindingLine.Reach reach;
  private final Ticker ticker = new Ticker(this::tick);
  private final InvalidationListener onPage = _ -> show();
  private final InvalidationListener onFailure = _ -> showFailure();
  private Map<String, PlaceCard> cards = new LinkedHashMap<>();

  public HealthView(ViewContext context) {
    this.context = context;
    model = new HealthModel(context.project(), context.writes(), context.clock());
    headline = new HeadlineCard(model, context.clock(), new Copying());
    tiles = new SeverityTiles(model.narrowingProperty()::set);
    bar = new FindingsBar(model.narrowingProperty()::set);
    reach = new FindingLine.Reach(context::copy, this::repair, model.lockedProperty());
    findings.getStyleClass().add("findings");
    VBox column = new VBox(headline, tiles, bar, findings);
    column.getStyleClass().addAll(Styles.PAGE, "health");
    column.setMaxWidth(WIDEST);
    StackPane holder = new StackPane(column);
    holder.setAlignment(Pos.TOP_CENTER);
    scroll = new ScrollPane(holder);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    scroll.getStylesheets().add(sheet());
    scroll.setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        new Copying().json();
        event.consume();
      }
    });
  }

  /// The style sheet of this page, of its dialog and of pages shaped like it.
  public static String sheet() {
    return Objects.requireNonNull(HealthView.class.getResource("health.css")).toExternalForm();
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void shown() {
    model.pageProperty().addListener(onPage);
    model.repairFailureProperty().addListener(onFailure);
    model.shown();
    show();
    showFailure();
    ticker.start();
  }

  @Override
  public void hidden() {
    ticker.stop();
    model.hidden();
    model.repairFailureProperty().removeListener(onFailure);
    model.pageProperty().removeListener(onPage);
  }

  @Override
  public void refreshRequested() {
    model.check();
  }

  private void tick() {
    model.pageProperty().get().ifPresent(headline::tick);
  }

  private void show() {
    model.pageProperty().get().ifPresent(this::show);
  }

  private void show(HealthPage page) {
    headline.show(page);
    tiles.show(page.tiles());
    bar.show(page);
    Map<String, PlaceCard> kept = new LinkedHashMap<>();
    for (Section section : page.sections()) {
      PlaceCard known = cards.get(section.place());
      PlaceCard card = known == null ? new PlaceCard(reach) : known;
      boolean last = section.equals(page.sections().getLast());
      card.show(section, !(page.running() && last));
      kept.put(section.place(), card);
    }
    cards = kept;
    if (kept.isEmpty()) {
      findings.getChildren().setAll(nothing(page));
    } else {
      findings.getChildren().setAll(kept.values());
    }
  }

  private Node nothing(HealthPage page) {
    if (page.running()) {
      return new EmptyState(
          Icons.HEALTH, "Looking the project over", "What is found shows up here as it is found.");
    }
    return new EmptyState(Icons.SEARCH, "Nothing of this kind", "No finding is as you asked for.")
        .withAction("Show all", () -> model.narrowingProperty().set(new Narrowing.All()));
  }

  private void showFailure() {
    headline.show(model.repairFailureProperty().get());
  }

  private void repair(Repair repair) {
    new RepairDialog(
            scroll.getScene().getWindow(),
            repair,
            model.guard(),
            model.repairCommand(),
            new RepairDialog.Reach(context::copy, () -> model.repair(repair)))
        .show();
  }

  private final class Copying implements HeadlineCard.Copies {
    @Override
    public void json() {
      model.copyJson(text -> {
        context.desktop().copy(text);
        context.notify("Copied the findings as JSON");
      });
    }

    @Override
    public void command() {
      context.desktop().copy(model.command());
      context.notify("Copied the check as command");
    }
  }
}
