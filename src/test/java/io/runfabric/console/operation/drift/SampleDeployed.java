package io.runfabric.console.operation.drift;

import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryFacts;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Entries as the checks get them, and what they tell as lines of text.
final class SampleDeployed {

  static final String TIME = "2026-03-01T12:00:00Z";

  private SampleDeployed() {}

  static Deployed receipt(String stage, Map<String, String> outputs) {
    return of(receipt(stage, outputs, List.of(), Map.of(), List.of()));
  }

  static Receipt receipt(
      String stage,
      Map<String, String> outputs,
      List<Artifact> artifacts,
      Map<String, String> metadata,
      List<DeployedFunction> functions) {
    return new Receipt(
        "shop", stage, "aws-lambda", "d-1", outputs, artifacts, metadata, functions, TIME);
  }

  static Deployed of(Receipt receipt) {
    return new Deployed(
        entry(
            EntryKind.RECEIPT,
            receipt.service(),
            receipt.stage(),
            receipt.provider(),
            receipt.updatedAt()),
        Optional.of(receipt),
        Optional.empty());
  }

  static StateRecord record(String stage, String lifecycle, String endpoint) {
    return new StateRecord(
        2,
        "aws-lambda",
        "shop",
        stage,
        TIME,
        lifecycle,
        endpoint,
        Map.of(),
        Map.of(),
        Map.of(),
        Json.MAPPER.createObjectNode());
  }

  static Deployed of(StateRecord record) {
    return new Deployed(
        entry(
            EntryKind.RECORD,
            record.service(),
            record.stage(),
            record.provider(),
            record.updatedAt()),
        Optional.empty(),
        Optional.of(record));
  }

  static Entry entry(
      EntryKind kind, String service, String stage, String provider, String updatedAt) {
    return new Entry(
        kind,
        service,
        stage,
        provider,
        Optional.empty(),
        updatedAt,
        Health.ok(),
        new DocumentRef("local", ".runfabric/" + stage + ".json"),
        new Revision("1"),
        0,
        EntryFacts.NONE,
        List.of());
  }

  static Artifact artifact(
      String function, String runtime, String outputPath, String sha256, long size) {
    return new Artifact(function, runtime, "src", outputPath, sha256, size, "");
  }

  static DeployedFunction function(String name, String artifactSha256, String configSignature) {
    return new DeployedFunction(
        name, artifactSha256, configSignature, "shop-" + name, "", Map.of(), "", "", "");
  }

  /// A project whose `runfabric.yml` says this, in an empty environment.
  static ProjectRequest request(Path folder, String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("runfabric.yml"), configuration);
    return new ProjectRequest(file, folder, Optional.of("dev"), Optional.empty(), Map.of());
  }

  static LoadedProject project(Path folder, String configuration)
      throws IOException, InvalidProjectException {
    return ProjectLoader.load(request(folder, configuration));
  }

  static DriftFinding finding(Gravity gravity, Against against, String entry, String path) {
    return new DriftFinding(against, "rule", gravity, entry, "dev", path, "", "", "sentence", "");
  }

  /// Everything that was found, each with all it has.
  static List<String> told(Findings findings) {
    return findings.found().stream().map(SampleDeployed::told).toList();
  }

  static String told(DriftFinding one) {
    return String.join(
        " | ",
        one.gravity().word() + " " + one.against().word() + " " + one.rule(),
        one.entry(),
        one.stage(),
        one.path(),
        one.expected(),
        one.actual(),
        one.sentence(),
        one.evidence(),
        one.mend().word(),
        one.step());
  }

  /// Everything that was not checked.
  static List<String> open(Findings findings) {
    return findings.notChecked().stream().map(SampleDeployed::open).toList();
  }

  private static String open(NotChecked one) {
    return one.against().word() + ": " + one.what() + ": " + one.reason();
  }
}
