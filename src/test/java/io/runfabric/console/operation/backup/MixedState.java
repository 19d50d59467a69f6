package io.runfabric.console.operation.backup;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Documents as they are found in the world: both generations, with Unicode, big numbers, odd white
/// space and keys that differ in their case only.
final class MixedState {

  private MixedState() {}

  /// Receipts by stage.
  static Map<String, byte[]> receipts() {
    Map<String, byte[]> receipts = new LinkedHashMap<>();
    receipts.put("dev", text(receipt("dev", "")));
    receipts.put(
        "prod", text("\n\t " + receipt("prod", ", \"note\": \"Grüße 🚀 \\u2028\"") + "\r\n"));
    receipts.put(
        "stage.big",
        text(receipt("stage.big", ", \"n\": 123456789012345678901234567890.100, \"e\": 1E+400")));
    receipts.put("twins", text(receipt("twins", ", \"a\": 1,   \"A\" : 2") + "\n"));
    return receipts;
  }

  static String receipt(String stage, String more) {
    return ("{\"version\": 2, \"service\": \"shop\", \"stage\": \""
        + stage
        + "\",\n  \"provider\":"
        + " \"aws-lambda\", \"deploymentId\": \"d-1\", \"outputs\": {\"token\": \"canary-4711\"}"
        + more
        + ", \"updatedAt\": \"2026-03-01T10:00:00Z\"}");
  }

  static String record(String stage, String provider) {
    return ("{\"schemaVersion\": 2, \"provider\": \""
        + provider
        + "\", \"service\": \"shop\","
        + " \"stage\": \""
        + stage
        + "\", \"lifecycle\": \"applied\",\"updatedAt\":"
        + " \"2026-03-01T10:00:00.000Z\" }\n");
  }

  static String journal(String stage) {
    return ("{\"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"operation\": \"deploy\","
        + " \"status\": \"completed\", \"version\": 3, \"operations\": []}");
  }

  static String lock(String stage) {
    return ("{\"service\": \"shop\", \"stage\": \""
        + stage
        + "\", \"operation\": \"deploy\","
        + " \"ownerToken\": \"00112233445566778899aabbccddeeff\", \"pid\": 1, \"createdAt\":"
        + " \"2026-03-01T10:00:00Z\", \"expiresAt\": \"2026-03-01T10:15:00Z\"}");
  }

  static String recordLock() {
    return "{\"backend\": \"local\", \"lockId\": \"x\", \"owner\": \"pid:1\", \"acquiredAt\":"
        + " \"2026-03-01T10:00:00.000Z\", \"expiresAt\": \"2026-03-01T10:01:00.000Z\"}";
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
