package io.runfabric.console.ui.detail;

import io.runfabric.console.model.DocumentRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The pages of a row, one tab each, and the document as the last one. What the user chose stays
/// chosen from row to row.
final class DetailTabs extends TabPane {

  private final FieldActions actions;
  private final JsonView json;
  private final LazyTab raw;
  private final Map<ExtraTab, LazyTab> extras = new LinkedHashMap<>();
  private String chosen = "";
  private boolean filling;

  DetailTabs(FieldActions actions, JsonSearch search) {
    this.actions = actions;
    json = new JsonView(search, actions.copy());
    raw = new LazyTab("Raw JSON", json);
    getStyleClass().add("detail-tabs");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getTabs().add(raw);
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, tab) -> {
          if (!filling && tab != null) {
            chosen = tab.getText();
          }
        });
  }

  /// Adds a page behind the document.
  void add(ExtraTab extra) {
    LazyTab tab = new LazyTab(extra.title(), extra.node());
    extras.put(extra, tab);
    getTabs().add(tab);
  }

  /// @param subject whose detail it is; that of another one is shown from its top
  void show(Subject subject, Detail detail) {
    DocumentRef document = subject.ref();
    filling = true;
    fit(detail.pages());
    for (int i = 0; i < detail.pages().size(); i++) {
      ((PageTab) getTabs().get(i)).show(document, detail.pages().get(i));
    }
    raw.show(() -> json.show(document, detail));
    extras.forEach((extra, tab) -> tab.show(() -> extra.show(subject)));
    getTabs().stream()
        .filter(tab -> tab.getText().equals(chosen))
        .findFirst()
        .ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::selectFirst);
    filling = false;
  }

  // Tabs that fit stay, so that the keyboard stays where it is.
  private void fit(List<DetailPage> pages) {
    int same = 0;
    while (same < Math.min(pages.size(), getTabs().indexOf(raw))
        && getTabs().get(same).getText().equals(pages.get(same).title())) {
      same++;
    }
    getTabs().remove(same, getTabs().indexOf(raw));
    List<Tab> added = new ArrayList<>();
    for (DetailPage page : pages.subList(same, pages.size())) {
      added.add(new PageTab(page.title(), actions));
    }
    getTabs().addAll(same, added);
  }
}
