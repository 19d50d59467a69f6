package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.secrets.PlantedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections that cannot be made, with credentials wherever somebody may have put them: none is
/// told, neither in the message nor in the stack trace that `--verbose` adds.
class FailingConnectionsTest {

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /// `SERVER` is one that answers, `NOBODY` is a port where nobody listens.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://USER:canary@SERVER/postgres",
        "postgres://USER:canary@SERVER/postgres?sslmode=verify-full",
        "postgres://USER:canary@SERVER/postgres?sslmode=canary",
        "postgres://USER:canary@SERVER/postgres?sslmode=verify-ca&sslrootcert=/nowhere",
        "postgres://USER:canary@SERVER/postgres?sslkey=/nowhere&sslpassword=canary",
        "postgres://u:canary@NOBODY/db",
        "postgres://u:canary@no-such-host.invalid/db",
        "postgres://u:p%40canary%2F%3F%23%25@NOBODY/db",
        "postgres://u:%63%61%6e%61%72%79@NOBODY/db",
        "postgres://u:a/canary@NOBODY/db",
        "postgres://u:a#canary@NOBODY/db",
        "postgres://u:a?canary@NOBODY/db",
        "postgres://u:a@canary@NOBODY/db",
        "postgres://u:a:canary@NOBODY/db",
        "postgres://u:a canary@NOBODY/db",
        "postgres://u:a\"canary'b@NOBODY/db",
        "postgres://u:[canary]@NOBODY/db",
        "postgres://u:%zzcanary@NOBODY/db",
        "postgres://u:canary%@NOBODY/db",
        "postgres://canary@NOBODY:x/db",
        "postgres://u:canary@127.0.0.1:port/db",
        "postgres://u:canary@[::1/db",
        "postgres://u:canary@/db",
        "postgres://u:canary",
        "postgres://NOBODY/db?user=u&password=canary",
        "postgres://NOBODY/db?PASSWORD=canary&user=u",
        "postgres://NOBODY/db?password=canary%zz",
        "postgres://NOBODY/db?passwordcanary",
        "postgres://NOBODY/db?user=u;password=canary",
        "postgres://u:canary@NOBODY,NOBODY/db",
        "jdbc:postgresql://NOBODY/db?user=u&password=canary",
        "mysql://u:canary@NOBODY/db",
        "https://u:canary@NOBODY/db",
        "postgres//u:canary@NOBODY/db",
        "u:canary@NOBODY/db",
        "canary",
        "canary words and canary=",
        "host=127.0.0.1 port=1 user=u password=canary",
        "host=127.0.0.1 port=1 user=u password = canary",
        "host=127.0.0.1 port=1 user=u password='a canary \\' canary'",
        "host=127.0.0.1 port=1 user=u password='canary",
        "host=127.0.0.1 port=1 user=u password=a canary",
        "host=127.0.0.1 port=1 user=u password=a\\ canary",
        "host=127.0.0.1 port=1 user=u PASSWORD=canary",
        "host=127.0.0.1 port=1 user=u passwordcanary",
        "host=127.0.0.1 port=port password=canary",
        "host=127.0.0.1;port=1;password=canary",
        "host=127.0.0.1 port=1 passfile=/nowhere password=canary sslmode=nothing",
        "password=canary",
      })
  void noPostgresPasswordIsTold(String dsn) throws Exception {
    Tenant tenant = PostgresServer.running().newTenant();
    String server = tenant.dsn().replaceFirst(".*@", "").replaceFirst("/.*", "");
    environment.put(
        "RUNFABRIC_STATE_POSTGRES_URL",
        dsn.replace("SERVER", server)
            .replace("NOBODY", "127.0.0.1:1")
            .replace("USER", tenant.name()));

    assertThat(told("backend: {kind: postgres}\n")).isEmpty();
  }

  /// A line is split at blanks into variables; `+` stands for a blank, `SERVER` for one that speaks
  /// HTTP.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3 AWS_SECRET_ACCESS_KEY=canary",
        "s3 AWS_SECRET_ACCESS_KEY=canary AWS_SESSION_TOKEN=canary",
        "s3 AWS_ENDPOINT_URL_S3=http://u:canary@127.0.0.1:1",
        "s3 AWS_ENDPOINT_URL_S3=http://127.0.0.1:1/?token=canary",
        "s3 AWS_ENDPOINT_URL_S3=canary://canary",
        "s3 AWS_ENDPOINT_URL_S3=http://u:canary@[",
        "s3 AWS_PROFILE=broken AWS_SHARED_CREDENTIALS_FILE=broken-profile",
        "s3 AWS_PROFILE=half AWS_SHARED_CREDENTIALS_FILE=half-profile",
        "dynamodb AWS_SECRET_ACCESS_KEY=canary AWS_ENDPOINT_URL=http://u:canary@127.0.0.1:1",
        "azblob AZURE_STORAGE_CONNECTION_STRING=canary",
        "azblob AZURE_STORAGE_CONNECTION_STRING=AccountName=a;AccountKey=canary!",
        "azblob AZURE_STORAGE_CONNECTION_STRING=AccountKey=Y2FuYXJ5",
        "azblob AZURE_STORAGE_CONNECTION_STRING="
            + "AccountName=a;AccountKey=Y2FuYXJ5;BlobEndpoint=http://u:canary@127.0.0.1:1/a",
        "azblob AZURE_STORAGE_CONNECTION_STRING="
            + "BlobEndpoint=SERVER/a;SharedAccessSignature=sv=2024-01-01&sig=canary",
        "azblob AZURE_STORAGE_CONNECTION_STRING=BlobEndpoint=SERVER/a?sv=1&sig=canary",
        "azblob AZURE_STORAGE_CONNECTION_STRING=BlobEndpoint=canary;SharedAccessSignature=canary",
        "azblob AZURE_STORAGE_ACCOUNT=a+b AZURE_STORAGE_KEY=Y2FuYXJ5",
        "azblob AZURE_STORAGE_ACCOUNT=acc AZURE_STORAGE_KEY=canary!",
        "azblob AZURE_STORAGE_ACCOUNT=acc AZURE_CLIENT_ID=i AZURE_TENANT_ID=t"
            + " AZURE_CLIENT_SECRET=canary AZURE_AUTHORITY_HOST=https://127.0.0.1:1",
        "gcs STORAGE_EMULATOR_HOST=http://u:canary@127.0.0.1:1",
        "gcs STORAGE_EMULATOR_HOST=canary://[canary",
        "gcs GOOGLE_APPLICATION_CREDENTIALS=broken.json",
        "gcs GOOGLE_APPLICATION_CREDENTIALS=half.json",
        "gcs GOOGLE_APPLICATION_CREDENTIALS=no-key.json",
      })
  void norIsAnyOfAVendors(String line) throws Exception {
    List<String> words = List.of(line.split(" ", -1));
    String server = S3Server.running().environment().get("AWS_ENDPOINT_URL_S3");
    environment.put("RUNFABRIC_CONSOLE_TIMEOUT", "1");
    environment.put("AWS_ACCESS_KEY_ID", "AKIANOBODY");
    environment.putAll(S3Server.running().environment());
    environment.remove(words.get(1).startsWith("AWS_PROFILE") ? "AWS_SECRET_ACCESS_KEY" : "");
    words.stream()
        .skip(1)
        .map(word -> word.replace('+', ' ').replace("SERVER", server).split("=", 2))
        .forEach(pair -> environment.put(pair[0], pair[1]));
    file("broken-profile", "[broken]\naws_secret_access_key canary\n= canary\n");
    file("half-profile", "[half]\naws_secret_access_key = canary\n");
    file("broken.json", "{\"type\": \"service_account\", \"private_key\": \"canary");
    file(
        "half.json",
        "{\"type\": \"service_account\", \"client_email\": \"e\", \"private_key_id\": \"canary\","
            + " \"private_key\": \"-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END\"}");
    file("no-key.json", "\"canary\"");

    assertThat(
            told(
                "backend: {kind: %s, s3Bucket: none, azblobContainer: none, gcsBucket: none, receiptTable: none}\n"
                    .formatted(words.getFirst())))
        .isEmpty();
  }

  @Test
  void whatIsLookedForIsFound() {
    assertThat(PlantedSecrets.seenIn("password=CANARY")).isNotEmpty();
  }

  private List<String> told(String backend) throws IOException {
    file("runfabric.yml", "service: shop\nprovider: {name: aws-lambda}\n" + backend);
    CommandLineRun cli = new CommandLineRun(folder);
    environment.forEach(cli::with);
    List<String> told = new ArrayList<>();
    for (String line : List.of("state list --verbose", "doctor --read-only --json")) {
      Outcome outcome = cli.run(line.split(" ", -1));
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isNotZero();
      if (!PlantedSecrets.seenIn(outcome.out() + outcome.err()).isEmpty()) {
        told.add("> " + line + "\n" + outcome.out() + outcome.err());
      }
    }
    return told;
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
