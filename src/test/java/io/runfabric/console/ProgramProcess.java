package io.runfabric.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program in a JVM of its own, without a display.
public record ProgramProcess(int exitCode, String out, String err) {

  /// Runs a command to its end.
  ///
  /// @param folder the working directory; what the program says is kept there meanwhile
  /// @param options of the JVM
  public static ProgramProcess run(Path folder, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    return run(folder, System.getProperty("java.class.path"), Map.of(), options, arguments);
  }

  /// Runs a command to its end.
  ///
  /// @param environment beside what this process has
  public static ProgramProcess run(
      Path folder,
      String classPath,
      Map<String, String> environment,
      List<String> options,
      List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    int exitCode = builder.start().waitFor();
    return new ProgramProcess(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
