package io.runfabric.console.ui.detail;

import io.runfabric.console.operation.DocumentView;
import java.util.List;

/// Everything the pane shows of one document.
///
/// @param problem why the document does not load; empty when it does
public record Detail(List<DetailPage> pages, JsonText raw, String problem) {

  /// Takes time in proportion to the document; call in the background.
  static Detail of(Subject.Stored subject, DocumentView view) {
    return new Detail(subject.pages(view), new JsonText(view.text()), view.problem());
  }
}
