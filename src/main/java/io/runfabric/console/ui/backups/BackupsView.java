package io.runfabric.console.ui.backups;

import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.table.Export;
import javafx.scene.Node;

/// The page of backups.
public final class BackupsView implements View {

  private final BackupsModel model;
  private final ListingView<BackupRow> listing;

  public BackupsView(ViewContext context) {
    model = new BackupsModel(context.tasks(), context.project(), context.clock());
    listing = new ListingView<>(Backups.listing(model), context, new BackupActions(context));
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
}
