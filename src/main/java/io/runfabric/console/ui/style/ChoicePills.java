package io.runfabric.console.ui.style;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Two choices beside each other, of which one always holds; the first one at the beginning.
public final class ChoicePills extends HBox {

  private final ToggleButton second;

  /// @param chosen is told whether it is the second one now
  public ChoicePills(String firstTitle, String secondTitle, Consumer<Boolean> chosen) {
    ToggleButton first = new ToggleButton(firstTitle);
    second = new ToggleButton(secondTitle);
    first.getStyleClass().addAll("choice-pill", Styles.LEFT_PILL);
    second.getStyleClass().addAll("choice-pill", Styles.RIGHT_PILL);
    first.setMinWidth(USE_PREF_SIZE);
    second.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(first, second);
    first.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            chosen.accept(second.isSelected());
          }
        });
    getChildren().addAll(first, second);
    setAlignment(Pos.CENTER);
    setMinWidth(USE_PREF_SIZE);
  }

  /// Whether the second one holds.
  public boolean second() {
    return second.isSelected();
  }
}
