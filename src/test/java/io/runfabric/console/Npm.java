package io.runfabric.console;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Node and its package manager: what tests with programs for Node need.
public record Npm(Path node, Path npm) {

  /// Where there is none the test that asks is skipped, on a build server it fails.
  ///
  /// @param otherwise what there is not without them
  public static Npm required(String otherwise) {
    Optional<Path> node = onPath("node");
    Optional<Path> npm = onPath("npm");
    if (node.isEmpty() || npm.isEmpty()) {
      String reason = "node and npm are not on PATH, so " + otherwise;
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      abort(reason);
    }
    return new Npm(node.orElseThrow(), npm.orElseThrow());
  }

  /// Installs a package into a folder of its own.
  ///
  /// @param proof what is there once it is installed; nothing is done then
  public void install(String name, Path folder, Path proof)
      throws IOException, InterruptedException {
    if (Files.exists(proof)) {
      return;
    }
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                npm.toString(),
                "install",
                "--no-save",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--prefix",
                folder.toString(),
                name)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("npm could not install " + name + ": " + said);
    }
  }

  private static Optional<Path> onPath(String program) {
    List<String> names =
        File.separatorChar == '\\' ? List.of(program + ".exe", program + ".cmd") : List.of(program);
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
