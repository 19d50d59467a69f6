package io.runfabric.console.ui.activity;

import atlantafx.base.theme.Styles;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.Export;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The page of the activity log: a table like any other, of this project or of all.
public final class ActivityView implements View {

  private final ActivityModel model;
  private final ListingView<Activity> listing;

  public ActivityView(ViewContext context) {
    model =
        new ActivityModel(
            context.tasks(), context.writes(), context.clock(), context.project().file());
    listing = new ListingView<>(Activities.listing(model), context);
    listing.addToToolbar(damaged());
    listing.addToToolbar(scope());
  }

  @Override
  public Node node() {
    return listing.node();
  }

  @Override
  public void shown() {
    model.shown();
    listing.shown();
  }

  @Override
  public void hidden() {
    listing.hidden();
    model.hidden();
  }

  @Override
  public void filter(String text) {
    listing.filter(text);
  }

  @Override
  public void focusFilter() {
    listing.focusFilter();
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
    model.read();
  }

  private Label damaged() {
    Label label = Texts.label("", io.runfabric.console.ui.style.Styles.HINT);
    label
        .textProperty()
        .bind(
            model
                .unreadableProperty()
                .map(lines ->
                    Texts.count(lines.longValue(), "line does not load", "lines do not load")));
    label.visibleProperty().bind(model.unreadableProperty().greaterThan(0));
    label.managedProperty().bind(label.visibleProperty());
    label.setTooltip(Texts.tooltip("A full disk, or an editor, cut lines of the log short"));
    return label;
  }

  private HBox scope() {
    ToggleButton own = new ToggleButton("This project");
    ToggleButton every = new ToggleButton("All projects");
    own.getStyleClass().addAll("choice-pill", Styles.LEFT_PILL);
    every.getStyleClass().addAll("choice-pill", Styles.RIGHT_PILL);
    own.setMinWidth(Region.USE_PREF_SIZE);
    every.setMinWidth(Region.USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(own, every);
    own.setSelected(true);
    // One of the two always holds.
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            model.everyProjectProperty().set(every.isSelected());
          }
        });
    HBox pills = new HBox(own, every);
    pills.setAlignment(Pos.CENTER);
    return pills;
  }
}
