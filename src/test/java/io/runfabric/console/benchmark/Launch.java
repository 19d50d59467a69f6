package io.runfabric.console.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the JVMs that are measured are started: from the portable folder that `mvn package` leaves.
final class Launch {

  private static final Path LIB = Path.of("target/runfabric-console/lib").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /// Without what makes a start quick, as `java -cp` starts it.
  static final List<String> PLAIN = List.of("--enable-native-access=ALL-UNNAMED");

  private Launch() {}

  /// @throws IllegalStateException when there is nothing to be measured
  static void check() {
    if (!Files.exists(LIB.resolve("terminal.aot"))) {
      throw new IllegalStateException("run `mvn -DskipTests package` first");
    }
  }

  /// As the launchers start it.
  ///
  /// @param cache `terminal` or `window`
  static List<String> ready(String cache) {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "-XX:TieredStopAtLevel=1",
        "-Dorg.sqlite.lib.path=" + LIB,
        "-XX:AOTCache=" + LIB.resolve(cache + ".aot"),
        "-Xlog:aot*=off");
  }

  /// The whole command.
  static List<String> command(List<String> flags, String main, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(flags);
    command.add("-classpath");
    command.add(
        LIB.resolve("runfabric-console.jar")
            + File.pathSeparator
            + Path.of("target/test-classes").toAbsolutePath());
    command.add(main);
    command.addAll(words);
    return command;
  }
}
