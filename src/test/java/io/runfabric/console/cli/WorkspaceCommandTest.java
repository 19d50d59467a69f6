package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.BackendSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCommandTest {

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProject() throws Exception {
    cli = new CommandLineRun(folder);
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: sqlite\n  sqlitePath: state.db\n");
    put(".", "dev", "shop");
    put("/old/shop", "qa", "shop");
    put("/old/shop", "prod", "billing");
  }

  @Test
  void listShowsEveryIdAndWhatLiesUnderIt() throws Exception {
    Outcome outcome = cli.run("workspace", "list");
    JsonNode workspaces = cli.run("workspace", "list", "--json").result().path("workspaces");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("billing 1, shop 1").contains("current folder");
    assertThat(workspaces).hasSize(2);
    assertThat(workspaces.at("/0/chosen").asBoolean()).isTrue();
    assertThat(workspaces.at("/1/matches").asBoolean(true)).isFalse();
    assertThat(workspaces.at("/1/services/billing").asInt()).isEqualTo(1);
  }

  @Test
  void aDryRunShowsThePlanWith3AndChangesNothing() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("state.db"));

    Outcome outcome = rekey("--dry-run");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("qa")
        .contains("Stays: stage prod is of service billing")
        .contains("`-c runfabric.yml` in " + folder);
    assertThat(Files.readAllBytes(folder.resolve("state.db"))).isEqualTo(before);
  }

  @Test
  void itAsksMovesAndNamesTheCommandThatMovesThemBack() throws Exception {
    assertThat(
            cli.answering("n").run("workspace", "rekey", "--from", "/old/shop", "--to", ".").err())
        .contains("Nothing was changed.");

    JsonNode result = rekey("--yes", "--json").result();

    assertThat(result.at("/moved/0").asText()).isEqualTo("qa");
    assertThat(Path.of(result.path("snapshot").asText())).exists();
    assertThat(result.path("undo").asText())
        .startsWith("runfabric-console workspace rekey --from . --to /old/shop --only qa -c ");
    String[] undo = result.path("undo").asText().split(" ", -1);
    String[] arguments = java.util.Arrays.copyOfRange(undo, 1, undo.length + 1);
    arguments[arguments.length - 1] = "--yes";
    assertThat(cli.run(arguments).exitCode()).isZero();
    assertThat(rekey("--dry-run").exitCode()).isEqualTo(3);
  }

  @Test
  void aConflictIs5AndNothingIsDone() throws Exception {
    put(".", "qa", "shop", "other");

    assertThat(rekey("--yes").exitCode()).isEqualTo(5);
    assertThat(rekey("--dry-run").exitCode()).isEqualTo(5);
  }

  @Test
  void aKindWithoutWorkspacesSaysSo() throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");

    assertThat(cli.run("workspace", "list").exitCode()).isEqualTo(2);
    assertThat(rekey("--yes").exitCode()).isEqualTo(2);
  }

  private Outcome rekey(String... more) {
    String[] arguments = {"workspace", "rekey", "--from", "/old/shop", "--to", "."};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return cli.run(all);
  }

  private void put(String workspace, String stage, String service) throws Exception {
    put(workspace, stage, service, "aws-lambda");
  }

  private void put(String workspace, String stage, String service, String provider)
      throws Exception {
    try (StateBackend backend =
        Backends.open(
            TestProject.in(folder, new BackendSettings.Sqlite(folder.resolve("state.db"))),
            BackendOptions.standard().withWorkspace(Optional.of(workspace)))) {
      String text =
          "{\"version\": 2, \"service\": \"%s\", \"stage\": \"%s\", \"provider\": \"%s\"}"
              .formatted(service, stage, provider);
      backend.write(
          backend.locate(EntryAddress.receipt(stage)),
          text.getBytes(StandardCharsets.UTF_8),
          Precondition.ABSENT);
    }
  }
}
