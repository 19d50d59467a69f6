package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.secrets.PlantedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/// Secrets are planted wherever a project can hold one; every command is run on it, in text with
/// `--verbose` and as JSON. None of them comes out, on either stream or in any file, but where
/// state and backups keep them.
class SecretsTest {

  @TempDir private Path folder;
  private Map<String, String> environment = Map.of();

  /// What is run, in this order.
  private static final List<String> LINES =
      List.of(
          "overview",
          "state list",
          "state pull --stage prod",
          "state pull",
          "state history --stage prod",
          "state diff --stage prod stage:dev",
          "state diff --stage prod stage:dev --text",
          "state backup --allow-partial --out backup.json",
          "state backup --allow-partial --out none.json --passphrase-env NO_PHRASE",
          "backup list",
          "backup verify backup.json",
          "backup show backup.json",
          "state restore --file backup.json --dry-run --on-conflict overwrite",
          "state restore --file backup.json --yes --on-conflict overwrite",
          "state remove --only kind=receipt,stage=old --dry-run",
          "state remove --only kind=receipt,stage=old --yes",
          "state migrate --to local --dry-run",
          "state migrate --to sqlite --dry-run",
          "state backend-migrate --to sqlite --dry-run",
          "state reconcile --no-network",
          "state reconcile --no-network --out drift.html",
          "state reconcile --no-network --out drift.sarif",
          "state reconcile --no-network --out drift.xml",
          "state reconcile --no-network --out drift.json",
          "state reconcile --no-network --out drift.csv",
          "state reconcile --no-network --out drift.md",
          "drift history",
          "drift ignore --list",
          "drift ignore 3f2a90c1d4e5 --reason canary-no-secret",
          "drift unignore 3f2a90c1d4e5",
          "state force-unlock --stage prod --dry-run",
          "state force-unlock --stage prod --lock-id canary-guess --yes",
          "state lock-steal --stage prod --yes",
          "lock list",
          "lock release --stage prod",
          "inspect --stage prod",
          "inspect --stage qa",
          "releases",
          "journal list",
          "activity list",
          "doctor --read-only",
          "doctor",
          "recover",
          "recover-dry-run",
          "recover --stage dev --archive --yes",
          "workspace list",
          "workspace rekey --from . --to elsewhere --dry-run",
          "config show",
          "state list --no-such-option canary");

  /// What takes its time: keys made of passphrases, and servers that do not answer, of which is
  /// told at length.
  private static final List<String> SLOW_LINES =
      List.of(
          "state backup --allow-partial --out sealed.json.age --passphrase-env PHRASE",
          "backup verify sealed.json.age --passphrase-env PHRASE",
          "backup verify sealed.json.age --passphrase-env AWS_SECRET_ACCESS_KEY --json",
          "state list --backend postgres --verbose",
          "state list --backend s3 --verbose",
          "state list --backend azblob --verbose",
          "state list --backend dynamodb --verbose",
          "state list --backend gcs --verbose",
          "doctor --backend postgres");

  /// What asks the backend, and tells of it.
  private static final List<String> SHORT_LINES =
      List.of(
          "overview",
          "state list",
          "state pull --stage prod",
          "state history --stage prod",
          "inspect --stage prod",
          "state reconcile --no-network",
          "state remove --only kind=receipt,stage=old --yes",
          "lock list",
          "state lock-steal --stage prod --yes",
          "journal list",
          "doctor",
          "activity list",
          "config show");

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "POSTGRES", "S3"})
  void noCommandGivesAnyAway(BackendKind kind) throws Exception {
    plant(kind);

    assertThat(leaks(kind, LINES)).isEmpty();
    assertThat(run("inspect --stage prod --show-secrets").out()).contains("canary-key");
    assertThat(filesWithSecrets()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "DYNAMODB", "GCS", "AZBLOB"})
  void norDoesOneOnAnyOtherKind(BackendKind kind) throws Exception {
    plant(kind);

    assertThat(leaks(kind, SHORT_LINES)).isEmpty();
    assertThat(run("inspect --stage prod --show-secrets").out()).contains("canary-key");
  }

  @Test
  void norDoesWhatTakesLong() throws Exception {
    plant(BackendKind.LOCAL);

    assertThat(SLOW_LINES.stream().map(this::leak).flatMap(Optional::stream)).isEmpty();
  }

  private void plant(BackendKind kind) throws Exception {
    environment = PlantedSecrets.in(folder, kind).environment();
  }

  private List<String> leaks(BackendKind kind, List<String> lines) {
    List<String> more =
        kind == BackendKind.LOCAL ? List.of(" --verbose", " --json") : List.of(" --json");
    return lines.stream()
        .flatMap(line -> more.stream().map(option -> line + option))
        .map(this::leak)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> leak(String line) {
    Outcome outcome = run(line);
    String told = outcome.out() + outcome.err();
    return leaks(told, line) ? Optional.of("> " + line + "\n" + told) : Optional.empty();
  }

  /// Other users of the machine see what stands on a command line.
  @Test
  void noOptionTakesASecret() {
    assertThat(options(CommandLineRun.tree()).filter(Redactor::sensitive))
        .containsOnly("--passphrase-env", "--show-secrets", "--lock-id", "--allow-private");
  }

  private static Stream<String> options(CommandLine line) {
    return Stream.concat(
        line.getCommandSpec().options().stream().map(option -> option.longestName()),
        line.getSubcommands().values().stream().flatMap(SecretsTest::options));
  }

  @Test
  void everyCommandIsRun() {
    List<String> elsewhere =
        List.of("lock hold", "open", "demo", "render", "completion", "manual", "help");

    assertThat(commands(CommandLineRun.tree(), ""))
        .allSatisfy(command ->
            assertThat(elsewhere.contains(command) || LINES.stream().anyMatch(starts(command)))
                .as(command)
                .isTrue());
  }

  private static java.util.function.Predicate<String> starts(String command) {
    return line -> line.equals(command) || line.startsWith(command + " ");
  }

  private static List<String> commands(CommandLine line, String path) {
    return line.getSubcommands().entrySet().stream()
        .flatMap(entry -> {
          String name = entry.getValue().getCommandName();
          String here = path.isEmpty() ? name : path + " " + name;
          return entry.getValue().getSubcommands().isEmpty()
              ? Stream.of(here)
              : commands(entry.getValue(), here).stream();
        })
        .distinct()
        .toList();
  }

  // What the user typed is the user's own.
  private static boolean leaks(String output, String line) {
    String told = output.toLowerCase(Locale.ROOT);
    for (String word : line.split(" ", -1)) {
      told = told.replace(word.toLowerCase(Locale.ROOT), "");
    }
    return !PlantedSecrets.seenIn(told).isEmpty();
  }

  private Outcome run(String line) {
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    return cli.run(line.split(" ", -1));
  }

  // State and backups hold them, in files of their owner only; nothing else does.
  private List<String> filesWithSecrets() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        boolean planted =
            List.of("runfabric.yml", ".env", "google.json").contains(name)
                || isState(name)
                || isBackup(name);
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!planted && leaks(content, "")) {
          found.add(name + ": " + content);
        }
        if (isBackup(name)
            && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .equals("rw-------")) {
          found.add(name + " may be read by others");
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isState(String name) {
    return name.startsWith(".runfabric/") && !name.startsWith(".runfabric/backup/");
  }

  private static boolean isBackup(String name) {
    return name.equals("backup.json") || name.startsWith(".runfabric/backup/");
  }
}
