package io.runfabric.console.backend.gcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ProgramProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program with the jars that `mvn package` leaves in `target` and no others: much of what
/// the Google SDK depends on is left out there, and the tests bring some of it.
class GcsPortableIT {

  private static final String JARS =
      Path.of("target", "runfabric-console", "lib", "*").toAbsolutePath().toString();

  @TempDir private Path folder;

  private final GcsServer server = new GcsServer();
  private final String bucket = server.newBucket();

  @BeforeEach
  void writeProject() throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: gcs\n  gcsBucket: " + bucket + "\n");
  }

  @Test
  void stateIsListedAlsoWhereRequestsHaveToBeTriedAgain() throws Exception {
    server.put(
        bucket,
        "runfabric/state/receipts/dev.receipt.json",
        "{\"version\": 2, \"service\": \"shop\", \"stage\": \"dev\"}"
            .getBytes(StandardCharsets.UTF_8),
        "");
    server.next(GcsServer.Fault.BUSY, GcsServer.Fault.BUSY);

    ProgramProcess outcome = run(server.environment());

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("\"stage\":\"dev\"");
  }

  @Test
  void aMissingBucketIsAnError() throws Exception {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        "service: shop\nbackend:\n  kind: gcs\n  gcsBucket: missing\n");

    ProgramProcess outcome = run(server.environment());

    assertThat(outcome.out()).contains("gcloud storage buckets create gs://missing");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void credentialsOfEveryFileAreAskedForTheirToken() throws Exception {
    try (TokenServer tokens = new TokenServer(400)) {
      for (String file :
          List.of(
              KeyFile.serviceAccount(tokens.url() + "/token"),
              KeyFile.user(tokens.url() + "/token"))) {
        Files.writeString(folder.resolve("key.json"), file);

        ProgramProcess outcome = run(Map.of("GOOGLE_APPLICATION_CREDENTIALS", "key.json"));

        assertThat(outcome.out()).contains("the credentials are not accepted");
        assertThat(outcome.exitCode()).isEqualTo(4);
      }
      assertThat(tokens.requests()).hasSize(2);
    }
    Files.writeString(folder.resolve("key.json"), KeyFile.external(folder.resolve("key.json")));
    assertThat(run(Map.of("GOOGLE_APPLICATION_CREDENTIALS", "key.json")).out())
        .contains("the connection is refused");
  }

  private ProgramProcess run(Map<String, String> environment) throws Exception {
    return ProgramProcess.run(
        folder, JARS, environment, List.of(), List.of("state", "list", "--json"));
  }
}
