package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import io.runfabric.console.ProgramProcess;
import io.runfabric.console.backend.azblob.AzuriteServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Commands on an azblob project in JVMs of their own, as scripts run them.
@Timeout(60)
class AzblobProcessTest {

  @TempDir private Path folder;

  @Test
  void aListingIsOneDocumentWhateverTheSdkIsToldToLogAndTheProgramEnds() throws Exception {
    AzuriteServer server = AzuriteServer.running();
    BlobContainerClient container = server.newContainer();
    container
        .getBlobClient("runfabric/state/receipts/dev.receipt.json")
        .upload(
            BinaryData.fromString("{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\"}"));
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend: {kind: azblob, azblobContainer: "
            + container.getBlobContainerName()
            + "}\n");
    Files.writeString(
        folder.resolve(".env"),
        server.environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .collect(Collectors.joining("\n")));

    ProgramProcess outcome =
        run(List.of("-DAZURE_LOG_LEVEL=verbose"), List.of("state", "list", "--json"));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out().strip())
        .startsWith("{\"ok\":true,")
        .contains("\"stage\":\"dev\"")
        .doesNotContain("\n");
    assertThat(sdkClasses()).isNotEmpty();
  }

  @Test
  void aLocalProjectLoadsNoClassOfTheSdk() throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");

    ProgramProcess outcome = run(List.of(), List.of("state", "list", "--json"));

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(sdkClasses()).isEmpty();
  }

  private ProgramProcess run(List<String> options, List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(options);
    all.add("-Xlog:class+load:file=" + folder.resolve("classes.log"));
    return ProgramProcess.run(folder, all, arguments);
  }

  private List<String> sdkClasses() throws Exception {
    return Files.readAllLines(folder.resolve("classes.log")).stream()
        .filter(line -> line.contains(" com.azure.") || line.contains(" reactor."))
        .toList();
  }
}
