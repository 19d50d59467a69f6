package io.runfabric.console.operation.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.config.Links;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.StateFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Engine 1's state records with the deploy receipts it leaves in `.runfabric/deploy`, which keep
/// the last deploy to each provider.
final class EngineReceiptsCheck implements Check {

  private static final String FILE = "deployment.json";

  private final Path folder;
  private final Path deploys;
  private final String service;
  private final StateFilter filter;
  private final Set<String> recorded = new HashSet<>();

  /// @param folder the project's
  EngineReceiptsCheck(Path folder, String service, StateFilter filter) {
    this.filter = filter;
    this.folder = folder;
    this.deploys = folder.resolve(".runfabric").resolve("deploy");
    this.service = service;
  }

  @Override
  public void look(Deployed deployed, Findings findings) {
    if (deployed.record().isEmpty()) {
      return;
    }
    StateRecord record = deployed.record().get();
    recorded.add(key(record.service(), record.stage(), record.provider()));
    Path file = deploys.resolve(RecordKey.part(record.provider())).resolve(FILE);
    try {
      Optional<JsonNode> receipt = read(file);
      if (receipt.isEmpty()) {
        findings.add(
            deployed.finding(
                Against.RECEIPTS,
                "missing-deploy-receipt",
                Gravity.WARNING,
                "",
                "a deploy receipt",
                "none",
                "there is a state record and no deploy receipt of " + record.provider(),
                ""));
      } else if (receipt.get().path("stage").asText("").equals(record.stage())) {
        endpoint(deployed, record, receipt.get(), findings);
      }
    } catch (IOException | UnreadableDocumentException _) {
      findings.notChecked(
          Against.RECEIPTS, deployed.name(), file.getParent() + "/" + FILE + " does not load");
    }
  }

  private static void endpoint(
      Deployed deployed, StateRecord record, JsonNode receipt, Findings findings) {
    String there = receipt.path("endpoint").asText("");
    if (!there.isEmpty() && !record.endpoint().isEmpty() && !there.equals(record.endpoint())) {
      findings.add(
          deployed.finding(
              Against.RECEIPTS,
              "endpoint",
              Gravity.WARNING,
              "endpoint",
              there,
              record.endpoint(),
              "the state record names another endpoint than the last deploy receipt",
              ""));
    }
  }

  @Override
  public void finish(Findings findings) {
    List<Path> files;
    try (Stream<Path> providers = Files.list(within(deploys))) {
      files = providers.map(folder -> folder.resolve(FILE)).filter(Files::isRegularFile).toList();
    } catch (NoSuchFileException _) {
      return;
    } catch (IOException _) {
      findings.notChecked(Against.RECEIPTS, "deploy receipts", deploys + " cannot be listed");
      return;
    }
    for (Path file : files) {
      try {
        read(file).ifPresent(receipt -> recorded(file, receipt, findings));
      } catch (IOException | UnreadableDocumentException _) {
        findings.notChecked(Against.RECEIPTS, "deploy receipt", file + " does not load");
      }
    }
  }

  private Path within(Path path) throws IOException {
    Links.requireInside(folder, path);
    return path;
  }

  private void recorded(Path file, JsonNode receipt, Findings findings) {
    String stage = receipt.path("stage").asText("");
    String provider = String.valueOf(file.resolveSibling("").getFileName());
    boolean ours = receipt.path("service").asText(service).equals(service);
    if (ours
        && !stage.isEmpty()
        && filter.wholly(stage, service)
        && !recorded.contains(key(service, stage, provider))) {
      findings.add(
          new DriftFinding(
              Against.RECEIPTS,
              "missing-record",
              Gravity.WARNING,
              "record " + service + "/" + stage + "/" + provider,
              stage,
              "",
              "a state record",
              "none",
              "the last deploy to " + provider + " left a receipt, and there is no state record",
              ""));
    }
  }

  private static String key(String service, String stage, String provider) {
    return RecordKey.part(service) + "/" + RecordKey.part(stage) + "/" + RecordKey.part(provider);
  }

  private Optional<JsonNode> read(Path file) throws IOException, UnreadableDocumentException {
    try {
      return Optional.of(Json.object(Files.readAllBytes(within(file))));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
