package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pages of a wizard from top to bottom, and which of them is on screen.
final class StepRail extends VBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");

  private static final List<Page> PAGES = List.of(Page.values());

  private final List<HBox> lines = new ArrayList<>();

  StepRail() {
    super(4);
    getStyleClass().add("step-rail");
    for (Page page : PAGES) {
      Label number = Texts.label(Integer.toString(lines.size() + 1), "step-number");
      Node tick = Icons.of(Icons.DONE);
      tick.getStyleClass().add("step-tick");
      StackPane disc = new StackPane(number, tick);
      disc.getStyleClass().add("step-disc");
      HBox line = new HBox(10, disc, Texts.label(page.title(), "step-title"));
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("step");
      lines.add(line);
      getChildren().add(line);
    }
  }

  void show(Page page) {
    int here = PAGES.indexOf(page);
    for (int i = 0; i < lines.size(); i++) {
      HBox line = lines.get(i);
      boolean current = i == here;
      boolean passed = i < here;
      line.pseudoClassStateChanged(CURRENT, current);
      line.pseudoClassStateChanged(PASSED, passed);
      line.lookup(".step-number").setVisible(!passed);
      line.lookup(".step-tick").setVisible(passed);
      line.setAccessibleText(
          PAGES.get(i).title() + (current ? ", this page" : passed ? ", done" : ""));
    }
  }
}
