package io.runfabric.console.ui.across;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.UnreadableDocumentException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Looks for a text in entries, without regard to case. Secrets are hidden first: what is hidden
/// cannot be found.
final class EntrySearch {

  private final String wanted;

  EntrySearch(String typed) {
    this.wanted = typed.strip().toLowerCase(Locale.ROOT);
  }

  /// The first thing of a row that matches, and what it is called.
  void row(Entry entry, BiConsumer<String, String> found) {
    String[][] facts = {
      {"service", entry.service()},
      {"stage", entry.stage()},
      {"provider", entry.provider()},
      {"deployment id", entry.facts().deploymentId()},
      {"address", entry.facts().endpoint()},
      {"key", entry.ref().key()}
    };
    for (String[] fact : facts) {
      if (matches(fact[1])) {
        found.accept(fact[0], Redactor.masking().text(fact[1]));
        return;
      }
    }
  }

  /// Everything in a document that matches, each with the way to it.
  ///
  /// @return whether the document could be looked into
  boolean document(EntryDocument document, BiConsumer<String, String> found) {
    Optional<byte[]> content = document.content();
    if (content.isEmpty()) {
      return false;
    }
    try {
      values("", Redactor.masking().document(Json.object(content.get())), found);
      return true;
    } catch (UnreadableDocumentException _) {
      return false;
    }
  }

  private void values(String way, JsonNode node, BiConsumer<String, String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(field ->
              values(
                  way.isEmpty() ? field.getKey() : way + "." + field.getKey(),
                  field.getValue(),
                  found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        values(way + "[" + i + "]", node.get(i), found);
      }
    } else if (node.isTextual() && matches(node.asText())) {
      found.accept(way, node.asText());
    }
  }

  private boolean matches(String text) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
