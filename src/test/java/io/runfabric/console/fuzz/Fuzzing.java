package io.runfabric.console.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fuzzes every target by what its code covers, each in a JVM of its own, and keeps what found new
/// ground as the corpus that [FuzzTest] replays. An input that a target takes badly stays there
/// too, so that the test is red until it is mended.
///
/// Arguments: seconds in all, then the targets, all when none is named.
final class Fuzzing {

  private static final Path CORPUS = Path.of("src/test/resources/fuzz");
  private static final Path WORK = Path.of("target/fuzz");
  private static final String LIBRARIES =
      "com.fasterxml.jackson.core.**:org.yaml.snakeyaml.**:com.exceptionfactory.jagged.**";
  private static final String OWN = "io.runfabric.console.**";

  private Fuzzing() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    List<FuzzTarget> targets =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).map(FuzzTarget::valueOf).toList()
            : List.of(FuzzTarget.values());
    List<String> findings = new ArrayList<>();
    for (FuzzTarget target : targets) {
      findings.addAll(fuzz(target, Math.max(1, seconds / targets.size())));
    }
    findings.forEach(finding -> System.out.println("taken badly: " + finding));
    System.exit(findings.isEmpty() ? 0 : 1);
  }

  private static List<String> fuzz(FuzzTarget target, int seconds) throws Exception {
    String name = target.name().toLowerCase(Locale.ROOT);
    Path work = WORK.resolve(name);
    Path grown = Files.createDirectories(work.resolve("grown"));
    Path bad = Files.createDirectories(work.resolve("bad"));
    Path corpus = Files.createDirectories(CORPUS.resolve(name));
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(grown.resolve("seed-" + number++), seed);
    }
    Path dictionary = work.resolve("dictionary");
    Files.writeString(dictionary, FuzzTest.dictionary());
    jazzer(
        target,
        work.resolve("log"),
        OWN + ":" + LIBRARIES,
        List.of(
            "-max_total_time=" + seconds,
            "-timeout=60",
            "-dict=" + dictionary,
            "-artifact_prefix=" + bad + "/",
            grown.toString(),
            corpus.toString()));
    List<String> findings = new ArrayList<>();
    for (Path input : files(bad)) {
      Path kept = corpus.resolve(input.getFileName());
      Files.move(input, kept);
      findings.add(kept + ", told in " + work.resolve("log"));
    }
    if (findings.isEmpty()) {
      keepWhatCounts(target, work, grown, corpus);
    }
    System.out.println(target + ": " + files(corpus).size() + " inputs; " + last(work));
    return findings;
  }

  // By the lines of this program that are reached, not by how often, nor by the libraries' own.
  private static void keepWhatCounts(FuzzTarget target, Path work, Path grown, Path corpus)
      throws Exception {
    Path least = Files.createDirectories(work.resolve("least"));
    for (Path old : files(least)) {
      Files.delete(old);
    }
    jazzer(
        target,
        work.resolve("merge-log"),
        OWN,
        List.of(
            "-merge=1", "-use_counters=0", least.toString(), corpus.toString(), grown.toString()));
    for (Path input : files(least)) {
      Path kept = corpus.resolve(input.getFileName());
      if (Files.notExists(kept)) {
        Files.copy(input, kept);
      }
    }
    List<String> counting =
        files(least).stream().map(file -> file.getFileName().toString()).toList();
    for (Path old : files(corpus)) {
      String name = old.getFileName().toString();
      if (name.matches("[0-9a-f]{40}") && !counting.contains(name)) {
        Files.delete(old);
      }
    }
  }

  private static void jazzer(FuzzTarget target, Path log, String instrumented, List<String> options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectories(WORK.resolve("tmp")),
                "-Dfuzz.target=" + target,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=" + instrumented,
                "--custom_hook_includes=io.runfabric.console.**",
                "--reproducer_path=" + WORK,
                "-rss_limit_mb=3000"));
    command.addAll(options);
    var _ =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
  }

  private static String last(Path work) throws IOException {
    List<String> lines = Files.readAllLines(work.resolve("log"), StandardCharsets.ISO_8859_1);
    return lines.stream()
        .filter(line -> line.matches("#[0-9].*"))
        .reduce((_, later) -> later)
        .orElse(lines.stream().limit(3).collect(Collectors.joining(" ")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
