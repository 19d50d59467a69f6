package io.runfabric.console.ui.drift;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// What is compared, and how often.
final class ScopeMenu {

  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(60));

  private final DriftModel model;
  private final MenuButton button = new MenuButton("Options", Icons.of(Icons.COLUMNS));

  ScopeMenu(DriftModel model) {
    this.model = model;
    button.getStyleClass().add("toolbar-menu");
    button.setId("drift-options");
    button.setMinWidth(MenuButton.USE_PREF_SIZE);
    button.setTooltip(Texts.tooltip("What is compared, and how often"));
    for (Against source : Against.values()) {
      button.getItems().add(source(source));
    }
    button
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            allowed(
                "drift-network",
                "Ask over the network",
                model.scopeProperty().get().network(),
                DriftScope::networking),
            allowed(
                "drift-private",
                "Also ask private addresses",
                model.scopeProperty().get().allowPrivate(),
                DriftScope::privately),
            new SeparatorMenuItem(),
            schedule());
  }

  MenuButton button() {
    return button;
  }

  private CheckMenuItem source(Against source) {
    CheckMenuItem item = new CheckMenuItem(DriftHead.title(source) + ": " + DriftHead.what(source));
    item.setId("against-" + source.word());
    item.setSelected(model.scopeProperty().get().against().contains(source));
    item.setOnAction(_ -> {
      Set<Against> wanted = EnumSet.noneOf(Against.class);
      wanted.addAll(model.scopeProperty().get().against());
      if (item.isSelected()) {
        wanted.add(source);
      } else {
        wanted.remove(source);
      }
      // Nothing to compare with is nothing to ask for.
      if (wanted.isEmpty()) {
        item.setSelected(true);
      } else {
        model.scopeProperty().set(model.scopeProperty().get().comparing(wanted));
      }
    });
    return item;
  }

  private CheckMenuItem allowed(
      String id, String title, boolean now, BiFunction<DriftScope, Boolean, DriftScope> changed) {
    CheckMenuItem item = new CheckMenuItem(title);
    item.setId(id);
    item.setSelected(now);
    item.setOnAction(_ ->
        model.scopeProperty().set(changed.apply(model.scopeProperty().get(), item.isSelected())));
    return item;
  }

  private Menu schedule() {
    Menu menu = new Menu("Compare again");
    ToggleGroup group = new ToggleGroup();
    menu.getItems().add(every(group, "Only when asked", Optional.empty()));
    for (Duration interval : INTERVALS) {
      menu.getItems()
          .add(every(group, "Every " + DriftHead.minutes(interval), Optional.of(interval)));
    }
    return menu;
  }

  private RadioMenuItem every(ToggleGroup group, String title, Optional<Duration> interval) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setToggleGroup(group);
    item.setSelected(model.intervalProperty().get().equals(interval));
    item.setOnAction(_ -> model.intervalProperty().set(interval));
    return item;
  }
}
