package io.runfabric.console.config;

import java.util.List;
import java.util.Optional;

/// `service`, the one key every file must have.
final class ServiceName {

  private ServiceName() {}

  /// @return empty text after an error
  static Value read(Block top, List<String> keys, Surroundings around) {
    Optional<Field> field = top.field("service");
    if (field.isEmpty()) {
      around
          .problems()
          .error(
              Place.FILE,
              "service",
              "",
              "the file names no service",
              keys.contains("service")
                  ? "write a name after `service:`"
                  : NearestName.to("service", keys)
                      .map(key -> "did you mean `service` where it says `" + key + "`?")
                      .orElse("add `service: <name>`"));
      return Value.UNUSABLE;
    }
    Value value = around.texts().read(field.get(), Weight.NEEDED);
    if (!value.isUnusable()) {
      SafeName.flaw(value.text())
          .ifPresent(flaw ->
              around
                  .problems()
                  .error(
                      value.place(),
                      "service",
                      value.shown(),
                      "the service's name " + flaw,
                      "write a name such as `my-api`"));
    }
    return value;
  }
}
