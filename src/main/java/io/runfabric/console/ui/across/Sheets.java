package io.runfabric.console.ui.across;

import io.runfabric.console.ui.listing.ListingView;
import java.util.Objects;
import javafx.scene.layout.Region;

/// The style sheets of these pages: tables look as they do everywhere.
final class Sheets {

  private Sheets() {}

  static void addTo(Region page) {
    page.getStyleClass().addAll("listing", "across-page");
    page.getStylesheets()
        .addAll(
            Objects.requireNonNull(ListingView.class.getResource("listing.css")).toExternalForm(),
            Objects.requireNonNull(Sheets.class.getResource("across.css")).toExternalForm());
  }
}
