package io.runfabric.console.ui.detail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.operation.DocumentView;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pages of a receipt or a state record.
final class EntryPages {

  private EntryPages() {}

  static List<DetailPage> of(Entry entry, DocumentView view) {
    List<DetailPage> pages = new ArrayList<>();
    pages.add(summary(entry, view));
    view.receipt().ifPresent(receipt -> receipt(receipt, pages));
    view.record().ifPresent(record -> record(record, pages));
    return pages.stream().filter(page -> !page.lines().isEmpty()).toList();
  }

  private static DetailPage summary(Entry entry, DocumentView view) {
    DetailPage.Builder page = DetailPage.titled("Summary");
    String problem = view.problem().isEmpty() ? entry.health().reason() : view.problem();
    if (!problem.isEmpty()) {
      page.note(
          Tone.DANGER,
          "This " + entry.kind().word() + " does not load: " + problem + ". The engine skips it.");
    }
    entry.notes().forEach(note -> page.note(Tone.WARNING, Texts.sentence(note) + "."));
    view.receipt().ifPresent(receipt -> deployment(receipt, page));
    view.record().ifPresent(record -> deployment(record, page));
    page.heading("Stored");
    entry.workspace().ifPresent(id -> page.mono("Workspace", id));
    return page.mono("Key", entry.ref().key())
        .text("Store", entry.ref().source())
        .text("Size", ByteSize.words(entry.sizeBytes()))
        .mono("Revision", entry.revision().value())
        .build();
  }

  private static void deployment(Receipt receipt, DetailPage.Builder page) {
    page.heading("Deployment")
        .text("Service", receipt.service())
        .text("Stage", receipt.stage())
        .text("Provider", receipt.provider())
        .mono("Deployment", receipt.deploymentId())
        .time("Updated", receipt.updatedAt());
    Map<String, String> outputs = receipt.outputs();
    String url = outputs.getOrDefault("url", "");
    page.value("Endpoint", url).text("Region", outputs.getOrDefault("region", ""));
  }

  private static void deployment(StateRecord record, DetailPage.Builder page) {
    page.heading("Deployment")
        .text("Service", record.service())
        .text("Stage", record.stage())
        .text("Provider", record.provider())
        .text("Lifecycle", record.lifecycle().replace('_', ' '))
        .time("Updated", record.updatedAt())
        .value("Endpoint", record.endpoint())
        .text("Schema", "version " + record.schemaVersion());
  }

  private static void receipt(Receipt receipt, List<DetailPage> pages) {
    pages.add(mapPage("Outputs", receipt.outputs()));
    DetailPage.Builder functions =
        DetailPage.titled("Functions").counting(receipt.functions().size());
    for (DeployedFunction function : receipt.functions()) {
      functions
          .heading(function.function())
          .mono("Resource", function.resourceName())
          .mono("Identifier", function.resourceIdentifier())
          .mono("Artifact", function.artifactSha256())
          .mono("Config signature", function.configSignature())
          .mono("Environment hash", function.environmentHash())
          .mono("Tags hash", function.tagsHash())
          .mono("Layers hash", function.layersHash())
          .values(function.metadata());
    }
    pages.add(functions.build());
    DetailPage.Builder artifacts =
        DetailPage.titled("Artifacts").counting(receipt.artifacts().size());
    for (Artifact artifact : receipt.artifacts()) {
      artifacts
          .heading(artifact.function(), ByteSize.words(artifact.sizeBytes()))
          .text("Runtime", artifact.runtime())
          .mono("Source", artifact.sourcePath())
          .mono("Package", artifact.outputPath())
          .mono("SHA-256", artifact.sha256())
          .mono("Config signature", artifact.configSignature());
    }
    pages.add(artifacts.build());
    pages.add(mapPage("Metadata", receipt.metadata()));
  }

  private static void record(StateRecord record, List<DetailPage> pages) {
    int addresses = record.resourceAddresses().size() + record.workflowAddresses().size();
    pages.add(
        DetailPage.titled("Addresses")
            .counting(addresses)
            .values("Resources", record.resourceAddresses())
            .values("Workflows", record.workflowAddresses())
            .build());
    pages.add(mapPage("Secret references", record.secretReferences()));
    DetailPage.Builder details = DetailPage.titled("Details");
    flatten("", record.details(), details);
    pages.add(details.build());
  }

  private static DetailPage mapPage(String title, Map<String, String> values) {
    return DetailPage.titled(title).counting(values.size()).values(values).build();
  }

  // `a.b[0].c`, the way one would name the value in a conversation.
  private static void flatten(String path, JsonNode node, DetailPage.Builder page) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        flatten(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), page);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), page);
      }
    } else if (!path.isEmpty()) {
      page.value(path, node.isTextual() ? node.textValue() : node.toString());
    }
  }
}
