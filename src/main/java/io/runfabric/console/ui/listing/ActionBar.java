package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

/// Buttons for what can be done now; gone while there is none.
final class ActionBar extends FlowPane {

  ActionBar(List<Offer> offers) {
    super(8, 8);
    getStyleClass().add("action-bar");
    offers.forEach(offer -> getChildren().add(button(offer)));
    managedProperty().bind(visibleProperty());
    offers.forEach(offer -> offer.offered().addListener((_, _, _) -> showIfAny(offers)));
    showIfAny(offers);
  }

  private void showIfAny(List<Offer> offers) {
    setVisible(offers.stream().anyMatch(offer -> offer.offered().getValue()));
  }

  /// A button that is there while its action is offered.
  static Button button(Offer offer) {
    Command command = offer.command();
    Button button = new Button(command.title(), Icons.of(command.icon()));
    button.getStyleClass().add("action-button");
    button.setTooltip(Texts.tooltip(command.hint()));
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(command.enabled().map(can -> !can));
    button.visibleProperty().bind(offer.offered());
    button.managedProperty().bind(offer.offered());
    button.setOnAction(_ -> command.run());
    return button;
  }

  /// A menu item that is there while its action is offered.
  static MenuItem menuItem(Offer offer) {
    MenuItem item = offer.command().menuItem();
    item.visibleProperty().bind(offer.offered());
    return item;
  }
}
