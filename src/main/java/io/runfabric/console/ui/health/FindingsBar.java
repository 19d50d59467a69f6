package io.runfabric.console.ui.health;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What stands above the findings: how many are shown, and whether all are.
final class FindingsBar extends HBox {

  private final Badge count = new Badge("", Tone.NEUTRAL);
  private final ToggleButton all = new ToggleButton("All");
  private final ToggleButton problems = new ToggleButton("Problems only");

  FindingsBar(Consumer<Narrowing> narrow) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(all, problems);
    all.getStyleClass().addAll("choice-pill", Styles.LEFT_PILL);
    problems.getStyleClass().addAll("choice-pill", Styles.RIGHT_PILL);
    problems.setTooltip(Texts.tooltip("Critical, warning and not checked"));
    all.setOnAction(_ -> narrow.accept(new Narrowing.All()));
    problems.setOnAction(
        _ -> narrow.accept(problems.isSelected() ? new Narrowing.Problems() : new Narrowing.All()));
    getChildren()
        .addAll(Texts.label("Findings", "section-title"), count, space, new HBox(all, problems));
  }

  void show(HealthPage page) {
    count.setText(
        page.shown() == page.total()
            ? Texts.number(page.total())
            : Texts.number(page.shown()) + " of " + Texts.number(page.total()));
    all.setSelected(page.narrowing() instanceof Narrowing.All);
    problems.setSelected(page.narrowing() instanceof Narrowing.Problems);
  }
}
