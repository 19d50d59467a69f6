package io.runfabric.console.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page on backends tells to set up is what the code asks for, and it works.
class BackendsDocTest {

  private static final Path BACKENDS = Path.of("src/main/java/io/runfabric/console/backend");

  private final Markdown page = Markdown.of(Markdown.DOCS.resolve("backends.md"));

  @TempDir private Path folder;

  BackendsDocTest() throws IOException {}

  @Test
  void everyJsonSnippetParses() throws IOException {
    for (var block : page.all("(?s)```json\\n(.*?)\\n```")) {
      assertThat(Json.MAPPER.readTree(block.group(1)).isObject()).isTrue();
    }
  }

  @Test
  void thePolicyForS3AllowsWhatTheCodeNames() throws IOException {
    Set<String> named = named("s3", "\"(?:s3:)?((?:Get|Put|Delete|List)[A-Z]\\w+)\"", "s3:");
    // Reading a version goes by a name of its own, and is asked for as any reading is.
    named.add("s3:GetObjectVersion");

    assertThat(actions("s3")).isEqualTo(named);
    assertThat(actions("s3 reader"))
        .isEqualTo(without(named, "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"));
  }

  @Test
  void thePolicyForDynamodbAllowsWhatTheCodeNames() throws IOException {
    Set<String> named =
        named(
            "dynamodb",
            "\"(?:dynamodb:)?((?:Get|Put|Update|Delete)Item|Query|Scan|DescribeTable)\"",
            "dynamodb:");
    // Never named alone: it is part of a transaction.
    named.add("dynamodb:ConditionCheckItem");

    assertThat(actions("dynamodb")).isEqualTo(named);
    assertThat(actions("dynamodb reader"))
        .isEqualTo(
            without(
                named,
                "dynamodb:PutItem",
                "dynamodb:UpdateItem",
                "dynamodb:DeleteItem",
                "dynamodb:ConditionCheckItem"));
  }

  @Test
  void theRoleForGcsHoldsWhatTheCodeNames() throws IOException {
    Set<String> named = named("gcs", "(storage\\.(?:objects|buckets)\\.[a-z]+)", "");

    assertThat(permissions("gcs")).isEqualTo(named);
    assertThat(permissions("gcs reader"))
        .isEqualTo(without(named, "storage.objects.create", "storage.objects.delete"));
  }

  @Test
  void theSignatureForAzureHasTheLettersOfEveryNeed() throws IOException {
    Set<String> letters = named("azblob", "Storage Blob Data \\w+\", \"([a-z]+)\"", "");
    String given = page.block("azblob sas").replaceFirst("(?s).*--permissions (\\w+).*", "$1");

    assertThat(String.join("", letters).chars().sorted().toArray())
        .isEqualTo(given.chars().sorted().toArray());
  }

  @Test
  void onTheTablesForPostgresTheDoctorIsContentAndAReaderMayRead() throws Exception {
    for (String mark : List.of("postgres", "postgres records", "postgres reader")) {
      PostgresServer.running().sql(page.block(mark));
    }

    Diagnosis keeper = examine("runfabric:change-me", /* mayWrite= */ true);
    Diagnosis reader = examine("runfabric_reader:change-me-too", /* mayWrite= */ false);

    assertThat(keeper.healthy()).as("%s", keeper.findings()).isTrue();
    assertThat(keeper.findings())
        .noneMatch(finding -> finding.severity() == Severity.WARNING)
        .filteredOn(finding -> finding.subject().equals("table"))
        .hasSize(3)
        .allMatch(finding -> finding.severity() == Severity.OK);
    assertThat(permissions(reader, "SELECT")).hasSize(3).containsOnly(Severity.OK);
    assertThat(permissions(reader, "INSERT")).hasSize(3).containsOnly(Severity.CRITICAL);
  }

  private Diagnosis examine(String login, boolean mayWrite) throws IOException {
    Files.writeString(
        folder.resolve("runfabric.yml"),
        """
        service: shop
        backend:
          kind: postgres
        state:
          backend: postgres
          postgres:
            connectionStringEnv: RUNFABRIC_STATE_POSTGRES_URL
            schema: runfabric
        """);
    int port = PostgresServer.running().port();
    ProjectRequest request =
        new ProjectRequest(
            Path.of("runfabric.yml"),
            folder,
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "RUNFABRIC_STATE_POSTGRES_URL",
                "postgres://" + login + "@localhost:" + port + "/postgres?sslmode=require"));
    return new Doctor(
            request, new BackendOptions(Optional.empty(), Clock.systemUTC(), _ -> false), mayWrite)
        .examine(_ -> {}, Cancellation.never());
  }

  private static List<Severity> permissions(Diagnosis diagnosis, String permission) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.subject().equals(permission))
        .map(Finding::severity)
        .toList();
  }

  private Set<String> actions(String mark) throws IOException {
    Set<String> actions = new TreeSet<>();
    for (JsonNode statement : Json.MAPPER.readTree(page.block(mark)).path("Statement")) {
      statement.path("Action").forEach(action -> actions.add(action.textValue()));
    }
    return actions;
  }

  private Set<String> permissions(String mark) {
    Matcher matcher = Pattern.compile("storage\\.\\w+\\.[a-z]+").matcher(page.block(mark));
    return new TreeSet<>(matcher.results().map(found -> found.group()).toList());
  }

  /// What the sources of a kind call its permissions.
  private static Set<String> named(String kind, String expression, String prefix)
      throws IOException {
    Pattern pattern = Pattern.compile(expression);
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources = Files.list(BACKENDS.resolve(kind))) {
      for (Path source : sources.toList()) {
        pattern
            .matcher(Files.readString(source))
            .results()
            .forEach(found -> named.add(prefix + found.group(1)));
      }
    }
    return named;
  }

  private static Set<String> without(Set<String> all, String... some) {
    Set<String> rest = new HashSet<>(all);
    List.of(some).forEach(rest::remove);
    return rest;
  }
}
