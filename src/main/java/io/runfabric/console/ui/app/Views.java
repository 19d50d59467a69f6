package io.runfabric.console.ui.app;

import io.runfabric.console.model.Entry;
import io.runfabric.console.ui.across.AllProjectsView;
import io.runfabric.console.ui.across.SearchView;
import io.runfabric.console.ui.activity.Activities;
import io.runfabric.console.ui.backups.Backups;
import io.runfabric.console.ui.drift.Drifts;
import io.runfabric.console.ui.health.HealthView;
import io.runfabric.console.ui.journals.JournalActions;
import io.runfabric.console.ui.journals.Journals;
import io.runfabric.console.ui.listing.ArrivingRows;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.locks.LockActions;
import io.runfabric.console.ui.locks.Locks;
import io.runfabric.console.ui.overview.OverviewView;
import io.runfabric.console.ui.receipts.ReceiptActions;
import io.runfabric.console.ui.receipts.Receipts;
import io.runfabric.console.ui.shell.Across;
import io.runfabric.console.ui.shell.AcrossContext;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.shell.ViewFactory;
import java.time.Instant;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Which view stands at which place.
final class Views implements ViewFactory {

  @Override
  public View create(Place.Kind kind, ViewContext context) {
    return switch (kind) {
      case OVERVIEW -> new OverviewView(context);
      case RECEIPTS -> new ListingView<>(Receipts.listing(), context, new ReceiptActions(context));
      case LOCKS -> new ListingView<>(Locks.listing(), context, new LockActions(context));
      case JOURNALS -> new ListingView<>(Journals.listing(), context, new JournalActions(context));
      case DRIFT -> Drifts.page(context);
      case BACKUPS -> Backups.page(context);
      case ACTIVITY -> Activities.page(context);
      case HEALTH -> new HealthView(context);
    };
  }

  @Override
  public Node arriving(ObservableList<Entry> rows, Instant now) {
    return new ArrivingRows<>(Receipts.listing(), rows, now);
  }

  @Override
  public View create(Across page, AcrossContext context) {
    return switch (page) {
      case PROJECTS -> new AllProjectsView(context);
      case SEARCH -> new SearchView(context);
    };
  }
}
