package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page and the completion scripts, as those read them who are there to: where a machine
/// has no such program, what the text says is all that is looked at.
class ManualCommandTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aFolderWithoutAProject() {
    cli = new CommandLineRun(folder);
  }

  @Test
  void everyCommandAndOptionIsInTheManual() {
    String page = cli.run("manual").out();

    for (CommandLine leaf : leaves(CommandLineRun.tree())) {
      String words = leaf.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
      String own = section(page, "SS " + words.replace("-", "\\-"));
      for (OptionSpec option : leaf.getCommandSpec().options()) {
        assertThat(own).as(words).contains(option.longestName().replace("-", "\\-"));
      }
    }
  }

  @Test
  void whatMostCommandsTakeIsDescribedOnce() {
    String page = cli.run("manual").out();

    assertThat(page).containsOnlyOnce("Print one JSON document on standard output.");
    assertThat(section(page, "SH COMMON OPTIONS")).contains("\\-\\-json");
  }

  @Test
  void theManualIsPlainAsciiAndNoTextBecomesARequest() {
    String page = cli.run("manual").out();

    assertThat(page).matches("\\p{ASCII}*");
    assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|nf|fi|nh|ad|br)( .*)?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"groff -man -Tutf8 -ww -z", "mandoc -T lint -W error"})
  void theManualIsOneThatFormattersTake(String formatter) throws Exception {
    Path page = Files.writeString(folder.resolve("page.1"), cli.run("manual").out());

    List<String> command = new ArrayList<>(List.of(formatter.split(" ", -1)));
    command.add(page.toString());
    if (isThere(command.getFirst()) && !System.getProperty("os.name").startsWith("Mac")) {
      assertThat(new Finished(command).complaints()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "bash is not there")
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    Path script = script("bash");

    assertThat(completedByBash(script, "state", "re"))
        .containsExactlyInAnyOrder("restore", "remove", "reconcile");
    assertThat(completedByBash(script, "state", "list", "--all")).containsExactly("--all-services");
    assertThat(completedByBash(script, "state", "list", "--backend", "d"))
        .containsExactly("dynamodb");
  }

  @Test
  void fishCompletesCommandsOptionsAndValues() throws Exception {
    Path script = script("fish");

    if (isThere("fish")) {
      assertThat(completedByFish(script, "sta")).containsExactly("state");
      assertThat(completedByFish(script, "state re"))
          .containsExactlyInAnyOrder("restore", "remove", "reconcile");
      assertThat(completedByFish(script, "state list --all")).containsExactly("--all-services");
      assertThat(completedByFish(script, "state list --backend d")).containsExactly("dynamodb");
    }
  }

  @Test
  void zshTakesItsScript() throws Exception {
    Path script = script("zsh");

    assertThat(script).content().startsWith("#compdef runfabric-console\n");
    if (isThere("zsh")) {
      assertThat(new Finished(List.of("zsh", "-n", script.toString())).complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyCommandAndOptionIsInTheScript(String shell) throws IOException {
    String script = Files.readString(script(shell));

    for (CommandLine leaf : leaves(CommandLineRun.tree())) {
      assertThat(script).contains(leaf.getCommandName());
      for (OptionSpec option : leaf.getCommandSpec().options()) {
        assertThat(script).contains(option.longestName().replaceFirst("^--", ""));
      }
    }
  }

  @Test
  void shareHoldsAllOfThemWhereTheyAreLookedFor() throws IOException {
    Outcome outcome = cli.run("manual", "--share", "usr/share");

    assertThat(outcome.exitCode()).isZero();
    Path share = folder.resolve("usr/share");
    assertThat(share.resolve("man/man1/runfabric-console.1"))
        .content()
        .isEqualTo(cli.run("manual").out());
    assertThat(share.resolve("bash-completion/completions/runfabric-console"))
        .hasSameTextualContentAs(script("bash"));
    assertThat(share.resolve("zsh/site-functions/_runfabric-console"))
        .hasSameTextualContentAs(script("zsh"));
    assertThat(share.resolve("fish/vendor_completions.d/runfabric-console.fish"))
        .hasSameTextualContentAs(script("fish"));
  }

  private static List<CommandLine> leaves(CommandLine line) {
    return line.getSubcommands().isEmpty()
        ? List.of(line)
        : line.getSubcommands().values().stream().flatMap(l -> leaves(l).stream()).toList();
  }

  /// What stands under a heading.
  private static String section(String page, String heading) {
    int begin = page.indexOf("\n." + heading + "\n");
    assertThat(begin).as(heading).isNotNegative();
    int end = page.indexOf("\n.S", begin + 2);
    return page.substring(begin, end < 0 ? page.length() : end);
  }

  private Path script(String shell) throws IOException {
    return Files.writeString(folder.resolve(shell), cli.run("completion", shell).out());
  }

  private List<String> completedByBash(Path script, String... words) throws Exception {
    String typed = "runfabric-console " + String.join(" ", words);
    String ask =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d;"
            .formatted(script, typed, words.length, typed, typed.length());
    return new Finished(
            List.of(
                "bash",
                "--norc",
                "-c",
                ask + " _complete_runfabric-console; printf '%s\\n' \"${COMPREPLY[@]}\""))
        .lines();
  }

  private List<String> completedByFish(Path script, String words) throws Exception {
    String ask = "source '%s'; complete -C 'runfabric-console %s'".formatted(script, words);
    return new Finished(List.of("fish", "--no-config", "-c", ask))
        .lines().stream().map(line -> line.replaceFirst("\t.*", "")).toList();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /// A program that was run to its end.
  private static final class Finished {
    private final String out;
    private final String err;
    private final int exitCode;

    Finished(List<String> command) throws IOException, InterruptedException {
      Path errors = Files.createTempFile("errors", ".txt");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      exitCode = process.waitFor();
      err = Files.readString(errors);
      Files.delete(errors);
    }

    List<String> lines() {
      assertThat(exitCode).as(err).isZero();
      return out.lines().map(String::strip).distinct().toList();
    }

    /// What it found wrong; that it printed the page is nothing wrong.
    String complaints() {
      return exitCode == 0 ? err : out + err;
    }
  }
}
