package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.style.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;

/// The tab of one page, with the number of what the page lists.
final class PageTab extends Tab {

  private final Label count = Texts.label("", "tab-count");
  private final LinesPane lines;

  PageTab(String title, FieldActions actions) {
    super(title);
    lines = new LinesPane(title, actions);
    setContent(lines);
  }

  void show(DetailPage page, boolean fromTop) {
    count.setText(Texts.number(page.items()));
    setGraphic(page.items() < 0 ? null : count);
    lines.show(page.lines(), fromTop);
  }
}
