package io.runfabric.console.provider;

import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import java.util.List;
import java.util.Map;

/// Receipts of the stage `prod` of the service `shop`.
public final class Receipts {

  private Receipts() {}

  public static Receipt of(
      String provider,
      Map<String, String> outputs,
      Map<String, String> metadata,
      DeployedFunction... functions) {
    return new Receipt(
        "shop",
        "prod",
        provider,
        provider + "-prod-1",
        outputs,
        List.of(),
        metadata,
        List.of(functions),
        "2026-03-01T10:00:00Z");
  }

  public static DeployedFunction function(String name) {
    return function(name, name, "", Map.of());
  }

  public static DeployedFunction function(
      String name, String resourceName, String identifier, Map<String, String> metadata) {
    return new DeployedFunction(name, "", "", resourceName, identifier, metadata, "", "", "");
  }
}
