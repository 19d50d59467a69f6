package io.runfabric.console.model;

import java.util.List;
import java.util.Map;

/// What one deploy of one stage left behind (engine 2, document version 2). Absent strings are
/// empty, absent collections are empty; maps keep the document's order.
public record Receipt(
    String service,
    String stage,
    String provider,
    String deploymentId,
    Map<String, String> outputs,
    List<Artifact> artifacts,
    Map<String, String> metadata,
    List<DeployedFunction> functions,
    String updatedAt) {

  /// A built package.
  ///
  /// @param sha256 lower-case hex
  public record Artifact(
      String function,
      String runtime,
      String sourcePath,
      String outputPath,
      String sha256,
      long sizeBytes,
      String configSignature) {}

  /// A function as it was deployed.
  public record DeployedFunction(
      String function,
      String artifactSha256,
      String configSignature,
      String resourceName,
      String resourceIdentifier,
      Map<String, String> metadata,
      String environmentHash,
      String tagsHash,
      String layersHash) {}
}
