package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Backups whose entries would lie elsewhere: they are refused and nothing is written, or the entry
/// comes to lie in its place.
class HostileBackupsTest {

  @TempDir private Path top;
  private Path folder;

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(top.resolve("in/project"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "sqlite"})
  void nothingIsRestoredOutsideItsPlace(String kind) throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"), "service: shop\nbackend: {kind: " + kind + "}\n");
    HostileAnswers answers = new HostileAnswers();
    Set<String> outside = HostileAnswers.tree(top, folder);
    for (String name : HostileNames.ALL) {
      for (ObjectNode backup : List.of(ofReceipt(name), ofRecord(name))) {
        Files.writeString(folder.resolve("backup.json"), HostileAnswers.ascii(backup));
        Set<String> before = HostileAnswers.tree(folder, top.resolve("none"));

        Outcome outcome = run("state", "restore", "--file", "backup.json", "--yes");
        answers.look(List.of("restore", name, "in text"), outcome);

        if (outcome.exitCode() != 0) {
          assertThat(HostileAnswers.tree(folder, top.resolve("none"))).as(name).isEqualTo(before);
        }
        assertThat(HostileAnswers.tree(top, folder)).as(name).isEqualTo(outside);
      }
    }
    assertThat(answers.complaints()).isEmpty();
    assertThat(run("state", "list", "--json").result().path("entries"))
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry.path("stage").asText()).matches("[A-Za-z0-9._-]{1,128}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"backend\":\"local\",\"service\":\"shop\",\"receipts\":{\"dev\":RECEIPT,\"dev\":RECEIPT}}",
        "{\"backend\":\"local\",\"service\":\"shop\",\"receipts\":{\"/etc/dev\":RECEIPT}}",
        "{\"backend\":\"local\",\"service\":\"shop\",\"receipts\":{\"dev\":RECEIPT},\"receipts\":{}}"
      })
  void twiceTheSameOrAnAbsolutePathIsRefused(String backup) throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");
    Files.writeString(
        folder.resolve("backup.json"),
        backup.replace("RECEIPT", HostileAnswers.ascii(receipt("dev"))));

    Outcome outcome = run("state", "restore", "--file", "backup.json", "--yes");

    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isNotZero();
    assertThat(outcome.err()).startsWith("error: ");
    assertThat(folder.resolve(".runfabric")).doesNotExist();
  }

  private Outcome run(String... words) throws IOException {
    return new CommandLineRun(folder).run(words);
  }

  private static ObjectNode ofReceipt(String name) {
    ObjectNode backup = Json.MAPPER.createObjectNode().put("backend", "local");
    backup.put("service", "shop").putObject("receipts").set(name, receipt(name));
    return backup;
  }

  private static ObjectNode ofRecord(String name) {
    ObjectNode backup = Json.MAPPER.createObjectNode().put("schemaVersion", 2);
    backup.put("createdAt", "2026-02-01T10:00:00.000Z").put("backend", "local");
    ObjectNode one = backup.putArray("records").addObject();
    one.putObject("address").put("service", "shop").put("stage", name).put("provider", name);
    ObjectNode entry = one.putObject("record").put("schemaVersion", 2).put("service", "shop");
    entry.put("stage", name).put("provider", name).put("lifecycle", "applied");
    entry.put("updatedAt", "2026-02-01T10:00:00.000Z");
    backup.putArray("locks");
    return backup;
  }

  private static ObjectNode receipt(String stage) {
    ObjectNode receipt = Json.MAPPER.createObjectNode().put("version", 2).put("service", "shop");
    receipt.put("stage", stage).put("provider", "p").put("updatedAt", "2026-02-01T10:00:00Z");
    receipt.putObject("outputs");
    return receipt;
  }
}
