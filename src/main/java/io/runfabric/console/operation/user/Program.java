package io.runfabric.console.operation.user;

import java.util.Optional;

/// This program.
public final class Program {

  private Program() {}

  /// Its name and version, such as `runfabric-console 1.0.0`.
  public static String name() {
    return "runfabric-console " + version();
  }

  /// The version the build wrote into the jar.
  public static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElse("(development build)");
  }
}
