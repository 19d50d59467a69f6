package io.runfabric.console.benchmark;

import io.runfabric.console.Main;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// A command as a script meets it: in a JVM of its own, with the launcher's flags and little
/// memory.
final class Command {

  private static final String TOLD = "MEASURED ";
  private static final String ROW = "stage-0";
  private static final Set<String> HEAVY = Set.of("backup", "restore", "migrate");

  private Command() {}

  /// What a command took.
  ///
  /// @param work milliseconds from the start of `main` to its end
  /// @param process milliseconds of the whole process
  /// @param firstRow milliseconds from the process's start to its first row on standard output;
  ///   negative when it writes none
  /// @param heap the most that was in the heap, in MB
  /// @param resident the most of the process that was in memory, in MB
  record Took(long work, long process, long firstRow, long heap, long resident) {}

  /// The measured program: runs a command and tells what it took on standard error.
  public static final class Child {

    private Child() {}

    public static void main(String[] args) {
      long started = System.nanoTime();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() ->
                  System.err.println(
                      TOLD
                          + (System.nanoTime() - started) / 1_000_000
                          + " "
                          + peak()
                          + " "
                          + resident())));
      Main.main(args);
    }
  }

  /// The most that was in this JVM's heap, in MB.
  static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }

  /// The most of this process that was in memory, in MB; 0 where the system does not tell.
  static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      return 0;
    }
  }

  /// Runs a command on a project.
  ///
  /// @param heap the most it may have, in MB
  static Took run(Sources.Source source, int heap, String... arguments) throws Exception {
    List<String> flags = new ArrayList<>(Launch.ready("terminal"));
    flags.add("-Xmx" + heap + "m");
    if (List.of(arguments).stream().anyMatch(HEAVY::contains)) {
      flags.add("-XX:TieredStopAtLevel=4");
    }
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("-c", source.config().toString()));
    List<String> command = Launch.command(flags, Child.class.getName(), words);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.putAll(source.environment());
    environment.put("RUNFABRIC_CONSOLE_STATE", source.config().resolveSibling("user").toString());
    long started = System.nanoTime();
    Process child = builder.start();
    AtomicLong first = new AtomicLong(-1);
    CompletableFuture<Void> read =
        CompletableFuture.runAsync(() -> drain(child.getInputStream(), started, first));
    String told = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the command failed: " + told);
    }
    long process = (System.nanoTime() - started) / 1_000_000;
    read.join();
    try (Scanner figures = new Scanner(told.substring(told.indexOf(TOLD) + TOLD.length()))) {
      return new Took(
          figures.nextLong(), process, first.get(), figures.nextLong(), figures.nextLong());
    }
  }

  // The first row is looked for in what came first; the rest is only taken away.
  private static void drain(InputStream output, long started, AtomicLong first) {
    StringBuilder head = new StringBuilder();
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
        if (first.get() < 0 && head.length() < 1 << 20) {
          head.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          if (head.indexOf(ROW) >= 0) {
            first.set((System.nanoTime() - started) / 1_000_000);
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
