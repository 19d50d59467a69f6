package io.runfabric.console.operation.drift;

/// The command that removes an entry which nothing stands behind.
final class Removing {

  private Removing() {}

  static String command(Deployed deployed) {
    return DriftFinding.console(
        "state",
        "remove",
        "--only",
        "kind="
            + deployed.entry().kind().word()
            + ",stage="
            + deployed.entry().stage()
            + (deployed.record().isPresent() ? ",provider=" + deployed.entry().provider() : ""));
  }
}
