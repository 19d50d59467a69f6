package io.runfabric.console.backend.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.storage.HttpStorageOptions;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.Revision;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ProjectCredentialsTest {

  private static final String NOBODY = "http://127.0.0.1:1";
  private static final URI ANY = URI.create("https://storage.googleapis.com/");
  private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";

  @TempDir private Path folder;

  @Test
  void aKeyFileOfTheProjectGetsATokenThatEveryRequestCarries() throws Exception {
    GcsServer bucketServer = new GcsServer();
    String bucket = bucketServer.newBucket();
    try (TokenServer tokens = new TokenServer(200);
        GcsDocumentStore store = store(keyFile(tokens), bucketServer, bucket)) {
      Revision written = store.put("a", new byte[] {1}, Precondition.ABSENT);
      assertThat(bucketServer.lastHeaders())
          .containsEntry("Authorization", List.of("Bearer " + TokenServer.TOKEN));
      store.get("a");
      assertThat(bucketServer.lastHeaders())
          .containsEntry("Authorization", List.of("Bearer " + TokenServer.TOKEN))
          .containsEntry("X-goog-user-project", List.of("billed"));
      store.delete("a", written);

      assertThat(tokens.requests())
          .singleElement()
          .asString()
          .contains("grant_type=", "jwt-bearer");
      String claims = tokens.requests().getFirst().split("\\.", -1)[1];
      assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
          .contains("devstorage", "console@example.iam.gserviceaccount.com");
    }
  }

  @Test
  void aKeyThatIsNotAcceptedIsDeniedWithoutTheServersWords() throws Exception {
    GcsServer bucketServer = new GcsServer();
    try (TokenServer tokens = new TokenServer(400);
        GcsDocumentStore store = store(keyFile(tokens), bucketServer, bucketServer.newBucket())) {
      BackendException failure = catchThrowableOfType(BackendException.class, () -> store.get("a"));

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure.sentence()).contains("the credentials are not accepted");
      assertThat(failure.sentence() + failure.remedy()).doesNotContain("quoted-4711");
      assertThat(bucketServer.requests()).isEmpty();
    }
  }

  @Test
  void credentialsOfAnotherCloudAreDenied() throws Exception {
    GcsServer bucketServer = new GcsServer();
    try (TokenServer tokens = new TokenServer(200);
        GcsDocumentStore store = store(keyFile(tokens), bucketServer, "bucket")) {
      Path file = folder.resolve("key.json");
      Files.writeString(
          file,
          Files.readString(file)
              .replace("\"project_id\"", "\"universe_domain\": \"x.example\", \"project_id\""));

      for (ThrowingCallable work :
          List.<ThrowingCallable>of(
              () -> store.get("a"), () -> store.delete("a", new Revision("17")))) {
        BackendException failure = catchThrowableOfType(BackendException.class, work);
        assertThat(failure.code()).isEqualTo(Code.DENIED);
        assertThat(failure.remedy()).contains("GOOGLE_CLOUD_UNIVERSE_DOMAIN");
      }
      assertThat(bucketServer.requests()).isEmpty();
    }
  }

  @Test
  void anotherCloudIsReachedUnderItsDomain() throws Exception {
    Map<String, String> environment = Map.of("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "x.example");

    assertThat(new GcsAccess(environment, folder).options().getHost())
        .isEqualTo("https://storage.x.example/");
  }

  @Test
  void theFileOfAGcloudLoginIsFoundInItsFolder() throws Exception {
    try (TokenServer tokens = new TokenServer(200)) {
      Path gcloud = Files.createDirectory(folder.resolve("gcloud"));
      Files.writeString(
          gcloud.resolve("application_default_credentials.json"),
          KeyFile.user(tokens.url() + "/token"));
      ProjectCredentials credentials =
          credentials(Map.of("CLOUDSDK_CONFIG", gcloud.toString()), NOBODY);

      assertThat(credentials.getRequestMetadata(ANY))
          .containsEntry("Authorization", List.of("Bearer " + TokenServer.TOKEN))
          .containsEntry("x-goog-user-project", List.of("billed"));
      assertThat(tokens.requests()).singleElement().asString().contains("refresh_token=refresh");
    }
  }

  @Test
  void aTokenOfAnotherPlatformIsExchanged() throws Exception {
    Files.writeString(folder.resolve("subject"), "subject-token");
    Files.writeString(folder.resolve("external.json"), KeyFile.external(folder.resolve("subject")));
    ProjectCredentials credentials = credentials(Map.of(FILE, "external.json"), NOBODY);

    assertThatThrownBy(() -> credentials.getRequestMetadata(ANY))
        .isInstanceOf(ConnectException.class);
    Files.delete(folder.resolve("subject"));
    assertThatThrownBy(() -> credentials.getRequestMetadata(ANY))
        .hasStackTraceContaining("subject");
  }

  @Test
  void aFileThatIsNotThereSaysWhichVariableNamesIt() {
    assertThatThrownBy(
            () -> credentials(Map.of(FILE, "missing.json"), NOBODY).getRequestMetadata(ANY))
        .isInstanceOf(NoCredentialsException.class)
        .hasMessage("the file that " + FILE + " names cannot be read");
  }

  @Test
  void aFileThatHoldsNoCredentialsIsNotQuoted() throws Exception {
    for (String text :
        List.of(
            "-----BEGIN PRIVATE KEY----- secret",
            "{\"type\": \"secret\"}",
            "{\"type\": \"service_account\", \"private_key\": \"secret\"}",
            "{\"type\": \"service_account\", \"client_id\": \"i\", \"client_email\": \"e\","
                + " \"private_key_id\": \"k\", \"private_key\": \"secret\"}",
            "[]",
            "")) {
      Files.writeString(folder.resolve("key.json"), text);

      NoCredentialsException failure =
          catchThrowableOfType(
              NoCredentialsException.class,
              () -> credentials(Map.of(FILE, "key.json"), NOBODY).getRequestMetadata(ANY));

      assertThat(failure)
          .as(text)
          .hasMessage("the file that " + FILE + " names holds no credentials");
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aMetadataServerThatAnswersIsTaken() throws Exception {
    try (TokenServer metadata = new TokenServer(200)) {
      ProjectCredentials credentials = credentials(nothing(), metadata.url());

      // The SDK then asks Google's own, which answers where this test runs on one of its machines.
      assertThat(catchThrowable(() -> credentials.getRequestMetadata(ANY)))
          .isNotInstanceOf(NoCredentialsException.class);
      assertThat(metadata.requests()).hasSize(1);
    }
  }

  @Test
  void aMetadataServerThatIsSilentOrNoneOfGooglesCostsSecondsOnly() throws Exception {
    try (ScriptedServer silent = new ScriptedServer(ScriptedServer.SILENT);
        ScriptedServer another =
            new ScriptedServer((_, _) -> ScriptedServer.Answer.json(200, "{}"))) {
      for (String server : List.of(silent.endpoint(), another.endpoint(), NOBODY)) {
        long started = System.nanoTime();

        assertThatThrownBy(() -> credentials(nothing(), server).getRequestMetadata(ANY))
            .isInstanceOf(NoCredentialsException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
      }
    }
  }

  private Map<String, String> nothing() {
    return Map.of("CLOUDSDK_CONFIG", folder.resolve("no-gcloud").toString());
  }

  private ProjectCredentials credentials(Map<String, String> environment, String metadata) {
    return new ProjectCredentials(environment, folder, metadata, ProjectCredentials.STORAGE);
  }

  /// A store whose credentials are real and whose bucket is not Google's.
  private GcsDocumentStore store(String keyFile, GcsServer server, String bucket)
      throws BackendException {
    Map<String, String> environment = new HashMap<>(nothing());
    environment.put(FILE, keyFile);
    environment.put("GOOGLE_CLOUD_QUOTA_PROJECT", "billed");
    HttpStorageOptions options =
        new GcsAccess(environment, folder).options().toBuilder().setHost(server.endpoint()).build();
    return new GcsDocumentStore(GcsBucket.open(options, bucket, Patience.STANDARD), "", 4);
  }

  /// Writes a service account's key file and tells its name, which is relative to the project.
  private String keyFile(TokenServer tokens) throws Exception {
    Files.writeString(folder.resolve("key.json"), KeyFile.serviceAccount(tokens.url() + "/token"));
    return "key.json";
  }
}
