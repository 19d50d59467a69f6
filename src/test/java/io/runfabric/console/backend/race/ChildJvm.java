package io.runfabric.console.backend.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A JVM of its own that a test talks with, line by line.
public final class ChildJvm implements AutoCloseable {

  private static final List<String> SMALL = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final Path err;

  private ChildJvm(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.err = err;
  }

  /// Starts a class's main.
  ///
  /// @param folder keeps what the program complains of
  /// @param environment added to this process's
  public static ChildJvm start(
      Path folder, Class<?> main, Map<String, String> environment, List<String> arguments)
      throws IOException {
    return start(List.of(), SMALL, folder, main, environment, arguments);
  }

  /// As [#start(Path, Class, Map, List)].
  ///
  /// @param flags of the JVM, its memory among them
  public static ChildJvm start(
      Path folder,
      List<String> flags,
      Class<?> main,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    return start(List.of(), flags, folder, main, environment, arguments);
  }

  /// As [#start(Path, Class, Map, List)].
  ///
  /// @param by the words of a program that starts it
  public static ChildJvm start(
      List<String> by,
      Path folder,
      Class<?> main,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    return start(by, SMALL, folder, main, environment, arguments);
  }

  private static ChildJvm start(
      List<String> by,
      List<String> flags,
      Path folder,
      Class<?> main,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(by);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(arguments);
    Path err = Files.createTempFile(folder, "child", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new ChildJvm(builder.start(), err);
  }

  /// The next line it prints.
  public String hear() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("the child ended: " + Files.readString(err));
    }
    return line;
  }

  public void say(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  /// Stops it as a debugger or a full machine would, until [#resume()].
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  /// Has it crash as on a bad address, and waits until it is gone.
  public void crash() throws IOException, InterruptedException {
    signal("SEGV");
    process.onExit().join();
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
      throw new AssertionError("cannot send SIG" + name);
    }
  }

  /// Ends it by SIGKILL.
  ///
  /// @return what it had printed and nobody heard
  public List<String> kill() throws IOException {
    // Unlike the process's own method this leaves open what it printed.
    process.toHandle().destroyForcibly();
    process.onExit().join();
    return out.readAllLines();
  }

  /// Ends it, also while it is paused.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
