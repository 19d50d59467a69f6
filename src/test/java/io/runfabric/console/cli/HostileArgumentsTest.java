package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hostile names as arguments of every command: some of each, all with `-Dhostile.all`.
class HostileArgumentsTest {

  private static final int EVERY = Boolean.getBoolean("hostile.all") ? 1 : 32;

  /// `?` is the name.
  private static final List<String> LINES =
      List.of(
          "overview --stage ?",
          "state list --stage ?",
          "state list --service ? --provider ?",
          "state list --backend ?",
          "state list --workspace ?",
          "state list -c ?",
          "inspect --stage ?",
          "state pull --stage ?",
          "state history --stage ?",
          "state history --stage dev --provider ?",
          "state diff --stage ? stage:dev",
          "state diff --stage dev stage:?",
          "state diff --stage dev backup:?",
          "state diff --stage dev version:?",
          "state diff --stage dev project:?",
          "state backup --stage ? --out b.json --force",
          "state backup --recipient ?",
          "state backup --passphrase-env ?",
          "state restore --file ? --yes",
          "state restore --file backup.json --only stage=? --yes",
          "state restore --version ? --only stage=dev --yes",
          "state remove --only stage=?,provider=? --yes",
          "state migrate --to ? --dry-run",
          "state migrate --to sqlite --to-workspace ? --dry-run",
          "state migrate --to-config ? --dry-run",
          "state backend-migrate --target ? --dry-run",
          "state reconcile --no-network --stage ?",
          "state reconcile --no-network --against ?",
          "state reconcile --no-network --baseline ?",
          "drift history --stage ?",
          "drift ignore 3f2a90c1d4e5 --reason ?",
          "drift unignore ?",
          "state force-unlock --service ? --stage ? --yes",
          "state force-unlock --stage dev --lock-id ? --yes",
          "state lock-steal --stage ? --reason ? --for 1m --yes",
          "lock hold --stage dev --reason ? --for ? --yes",
          "lock list --stage ?",
          "lock release --stage ? --yes",
          "releases --stage ?",
          "journal list --stage ?",
          "activity list --stage ?",
          "doctor --read-only --stage ? --workspace ?",
          "recover --stage ?",
          "recover --stage dev --archive --place ? --yes",
          "recover-dry-run --stage ?",
          "workspace list --workspace ?",
          "workspace rekey --from ? --to ? --yes",
          "config show --stage ?",
          "backup show ?",
          "backup show backup.json --entry ?",
          "backup verify ?",
          "backup verify backup.json --identity ?",
          "state ?",
          "state list ?");

  @TempDir private Path top;
  private Path folder;

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(top.resolve("in/project"));
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\nstages: {dev: {}}\n");
    Files.createDirectories(folder.resolve(".runfabric"));
    Files.writeString(
        folder.resolve(".runfabric/dev.json"),
        """
        {"version": 2, "service": "shop", "stage": "dev", "provider": "aws-lambda",
         "updatedAt": "2026-02-01T10:00:00Z", "outputs": {}}
        """);
    for (String ending : List.of("", ".json", ".yml")) {
      Files.writeString(
          top.resolve("in/" + HostileNames.OUTSIDE + ending),
          "{\"version\": 2, \"service\": \"" + HostileNames.CANARY + "\"}");
    }
    assertThat(cli("state", "backup", "--out", "backup.json").exitCode()).isZero();
  }

  @Test
  void areRefusedInASentenceOrTakenAsTheyAre() throws Exception {
    HostileAnswers answers = new HostileAnswers();
    Set<String> outside = HostileAnswers.tree(top, folder);
    int number = 0;
    for (String line : LINES) {
      for (String name : HostileNames.ALL) {
        if (number++ % EVERY == 0) {
          for (String mode : List.of("", " --json")) {
            String[] words =
                Stream.of((line + mode).split(" "))
                    .map(word -> word.replace("?", name))
                    .toArray(String[]::new);
            answers.look(List.of(words), cli(words));
          }
        }
      }
    }
    answers.paste(top.resolve("shell"), Set.copyOf(stages()));

    assertThat(answers.complaints()).isEmpty();
    assertThat(
            HostileAnswers.tree(top, folder).stream()
                .filter(file -> !file.startsWith(top + "/shell")))
        .containsExactlyInAnyOrderElementsOf(outside);
  }

  @Test
  void aFileThatIsNoneIsNamed() {
    assertThat(cli("backup", "verify", "backup.json", "--identity", "none.txt").err())
        .startsWith("error: cannot use " + folder.resolve("none.txt") + ": it does not exist");
    assertThat(cli("backup", "show", "..").err()).contains("is a folder, not a backup");
  }

  private static List<String> stages() {
    List<String> stages = new ArrayList<>(List.of("dev"));
    HostileNames.ALL.forEach(name -> stages.add(name.strip()));
    stages.addAll(HostileNames.ALL);
    return stages.stream().distinct().toList();
  }

  private Outcome cli(String... words) {
    return new CommandLineRun(folder).run(words);
  }
}
