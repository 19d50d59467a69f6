import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes what the JVM of a program folder keeps ready (`-XX:AOTCache`), by having it watch a
/// rehearsal with the flags and the class path that its launchers have. It is good for jars of the
/// times that they have then, so they get the time first that packages give to whatever is younger.
///
/// To be run from the project's folder, as `java packaging/KeepReady.java FOLDER SECONDS`, the time
/// in seconds since 1970.
public final class KeepReady {

  /// Which rehearsal goes with which launcher.
  private static final Map<String, String> REHEARSALS =
      Map.of("runfabric-console", "window", "runfabric-state", "terminal");

  private KeepReady() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    setTimes(folder, FileTime.from(Long.parseLong(args[1]), TimeUnit.SECONDS));
    for (Map.Entry<String, String> one : REHEARSALS.entrySet()) {
      Path launcher = only(folder, one.getKey() + ".cfg");
      rehearse(folder, launcher, one.getValue());
    }
  }

  private static void setTimes(Path folder, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.setLastModifiedTime(jar, time);
      }
    }
  }

  private static void rehearse(Path folder, Path launcher, String what)
      throws IOException, InterruptedException {
    Path app = launcher.getParent();
    Path cache = app.resolve(what + ".aot");
    List<String> jars = new ArrayList<>();
    List<String> command = new ArrayList<>();
    command.add(java(folder).toString());
    for (String line : Files.readAllLines(launcher)) {
      if (line.startsWith("app.classpath=")) {
        jars.add(value(line).replace("$APPDIR", app.toString()));
      } else if (line.startsWith("java-options=") && !value(line).startsWith("-XX:AOTCache=")) {
        command.add(value(line).replace("$APPDIR", app.toString()));
      }
    }
    Files.deleteIfExists(cache);
    Path scratch = Files.createTempDirectory("rehearsal");
    command.addAll(
        List.of(
            // What was compiled in the rehearsal would be compiled at every start.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining",
            "-XX:AOTCacheOutput=" + cache,
            "-classpath",
            String.join(File.pathSeparator, jars),
            "io.runfabric.console.Rehearsal",
            what,
            scratch.resolve("folder").toString()));
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    delete(scratch);
    if (exitCode != 0 || !Files.exists(cache)) {
      throw new IOException("the rehearsal of the " + what + " ended with " + exitCode);
    }
  }

  private static Path java(Path folder) throws IOException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return only(folder, windows ? "java.exe" : "java");
  }

  private static Path only(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no " + name + " below " + folder));
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
