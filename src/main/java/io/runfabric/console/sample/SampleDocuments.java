package io.runfabric.console.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.JournalChecksum;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Documents as the two engines write them, dated relative to one moment.
///
/// @param signatures of the functions as the configuration has them, by name
record SampleDocuments(Instant now, Map<String, String> signatures) {

  String ago(Duration age) {
    return Timestamps.engine2(now.minus(age));
  }

  private String ago1(Duration age) {
    return Timestamps.engine1(now.minus(age));
  }

  /// A receipt of an aws-lambda stage with its functions and artifacts.
  String lambdaReceipt(
      String service, String stage, String region, List<String> functions, Duration age) {
    ObjectNode outputs = object();
    outputs.put("region", region);
    outputs.put("url", "https://" + id(stage, 10) + ".execute-api." + region + ".amazonaws.com");
    ArrayNode artifacts = JsonNodeFactory.instance.arrayNode();
    ArrayNode deployed = JsonNodeFactory.instance.arrayNode();
    for (String function : functions) {
      String name = service + "-" + stage + "-" + function;
      String arn = "arn:aws:lambda:" + region + ":123456789012:function:" + name;
      outputs.put("arn_" + function, arn);
      String sha256 = sha256(name);
      artifacts
          .addObject()
          .put("function", function)
          .put("runtime", "nodejs22.x")
          .put("sourcePath", "src/" + function + ".ts")
          .put("outputPath", ".runfabric/build/" + function + ".zip")
          .put("sha256", sha256)
          .put("sizeBytes", 180_000 + Math.floorMod(name.hashCode(), 900_000))
          .put("configSignature", signature(stage, function));
      ObjectNode row = deployed.addObject();
      row.put("function", function)
          .put("artifactSha256", sha256)
          .put("configSignature", signature(stage, function))
          .put("resourceName", name)
          .put("resourceIdentifier", arn)
          .put("environmentHash", sha256("environment " + name).substring(0, 16))
          .put("tagsHash", sha256("tags " + name).substring(0, 16));
    }
    outputs.put("webhook_secret", "whsec-sample-" + id(stage, 12));
    ObjectNode receipt = receipt(service, stage, "aws-lambda", outputs, age);
    receipt.set("artifacts", artifacts);
    receipt.set(
        "metadata",
        texts(
            Map.of(
                "account_id",
                "123456789012",
                "workflow.graph.hash",
                sha256("graph " + stage).substring(0, 32))));
    receipt.set("functions", deployed);
    return text(receipt.put("updatedAt", ago(age)));
  }

  // One function of production was changed since it was deployed.
  private String signature(String stage, String function) {
    boolean changed = stage.equals("prod") && function.equals("payment-webhook");
    return changed ? sha256("before") : signatures.getOrDefault(function, sha256(function));
  }

  /// A receipt of another provider.
  String receipt(
      String service,
      String stage,
      String provider,
      Map<String, String> outputs,
      Map<String, String> metadata,
      Duration age) {
    ObjectNode receipt = receipt(service, stage, provider, texts(outputs), age);
    receipt.set("metadata", texts(metadata));
    return text(receipt.put("updatedAt", ago(age)));
  }

  private ObjectNode receipt(
      String service, String stage, String provider, ObjectNode outputs, Duration age) {
    ObjectNode receipt =
        object()
            .put("version", 2)
            .put("service", service)
            .put("stage", stage)
            .put("provider", provider)
            .put("deploymentId", provider + "-" + stage + "-" + now.minus(age).getEpochSecond());
    receipt.set("outputs", outputs);
    return receipt;
  }

  /// A state record of engine 1.
  String record(
      int schema, String service, String stage, String provider, String lifecycle, Duration age) {
    ObjectNode record =
        object()
            .put("schemaVersion", schema)
            .put("provider", provider)
            .put("service", service)
            .put("stage", stage)
            .put("updatedAt", ago1(age));
    if (schema > 1) {
      record.put("lifecycle", lifecycle);
    }
    record.put("endpoint", "https://" + service + "-" + stage + ".example.com");
    record.set(
        "resourceAddresses", texts(Map.of("function", provider + "::" + service + "-" + stage)));
    record.set("secretReferences", texts(Map.of("STRIPE_KEY", "secret://STRIPE_KEY")));
    record.putObject("details").put("apiKey", "[REDACTED]").put("memoryMb", 256);
    return text(record);
  }

  /// A lock file of engine 2.
  String lock(
      String service, String stage, String operation, long pid, Duration age, Duration lease) {
    Instant taken = now.minus(age);
    return text(
        object()
            .put("service", service)
            .put("stage", stage)
            .put("operation", operation)
            .put("ownerToken", sha256("lock " + stage).substring(0, 32))
            .put("pid", pid)
            .put("createdAt", Timestamps.engine2(taken))
            .put("expiresAt", Timestamps.engine2(taken.plus(lease)))
            .put("lastHeartbeatAt", Timestamps.engine2(taken.plusSeconds(30))));
  }

  /// A lock document of engine 1.
  String recordLock(long pid, Duration age, Duration lease) {
    Instant taken = now.minus(age);
    return text(
        object()
            .put("backend", "local")
            .put("lockId", "5e0f4c1a-8a3b-4d2e-9b63-0d5a7c1e2f90")
            .put("owner", "pid:" + pid)
            .put("acquiredAt", Timestamps.engine1(taken))
            .put("heartbeatAt", Timestamps.engine1(taken.plusSeconds(10)))
            .put("expiresAt", Timestamps.engine1(taken.plus(lease))));
  }

  /// A journal of engine 2 with a valid checksum.
  ///
  /// @param steps checkpoint names with their status
  /// @param operations resources created so far: type and resource
  String journal(
      String service,
      String stage,
      String status,
      Duration age,
      int attempts,
      List<Map.Entry<String, String>> steps,
      List<Map.Entry<String, String>> operations) {
    ObjectNode journal =
        object()
            .put("service", service)
            .put("stage", stage)
            .put("operation", "deploy")
            .put("status", status)
            .put("startedAt", ago(age.plusSeconds(95)))
            .put("updatedAt", ago(age))
            .put("version", steps.size() + operations.size() + 1)
            .put("attemptCount", attempts);
    if (attempts > 1) {
      journal.put("lastAttemptAt", ago(age.plusSeconds(95)));
    }
    ArrayNode checkpoints = JsonNodeFactory.instance.arrayNode();
    steps.forEach(
        step -> checkpoints.addObject().put("name", step.getKey()).put("status", step.getValue()));
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, String> operation : operations) {
      rows.addObject()
          .put("type", operation.getKey())
          .put("resource", operation.getValue())
          .putObject("metadata")
          .put("region", "eu-central-1");
    }
    journal.set("checkpoints", checkpoints);
    journal.set("operations", rows);
    return text(journal.put("checksum", JournalChecksum.of(journal)));
  }

  private static ObjectNode texts(Map<String, String> values) {
    ObjectNode object = object();
    new java.util.TreeMap<>(values).forEach(object::put);
    return object;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String text(ObjectNode document) {
    return Json.pretty(document) + "\n";
  }

  private static String id(String seed, int length) {
    return sha256("id " + seed).substring(0, length);
  }

  private static String sha256(String seed) {
    return Revision.ofText(seed).hex();
  }
}
