package io.runfabric.console.ui.activity;

import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.PageAction;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.ChoicePills;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.Export;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

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
    listing.addToToolbar(
        new ChoicePills("This project", "All projects", model.everyProjectProperty()::set));
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
    model.read();
  }

  private Label damaged() {
    Label label = Texts.label("", Styles.HINT);
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
}
