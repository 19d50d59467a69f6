package io.runfabric.console.ui.detail;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.style.Texts;
import javafx.scene.control.Label;

/// The tab of one page, with the number of what the page lists.
final class PageTab extends LazyTab {

  private final Label count = Texts.label("", "tab-count");
  private final LinesPane lines;

  PageTab(String title, FieldActions actions) {
    this(title, new LinesPane(title, actions));
  }

  private PageTab(String title, LinesPane lines) {
    super(title, lines);
    this.lines = lines;
  }

  void show(DocumentRef document, DetailPage page) {
    count.setText(Texts.number(page.items()));
    setGraphic(page.items() < 0 ? null : count);
    show(() -> lines.show(document, page.lines()));
  }
}
