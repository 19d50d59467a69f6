package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// `state reconcile` on real projects: what it finds, what it does not take for good, and that it
/// changes nothing.
class ReconcileCommandTest {

  private static final String CONFIGURATION =
      """
      service: shop
      provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
      functions:
        cart:
          handler: src/cart.handler
          memory: 256
          environment: {MODE: "a<b"}
      stages:
        dev: {}
        qa: {}
      """;

  // Of the compact JSON that FORMATS describes, as Go writes it.
  private static final String SIGNED =
      "{\"architecture\":\"\",\"environment\":{\"MODE\":\"a\\u003cb\"},"
          + "\"handler\":\"src/cart.handler\",\"layers\":null,\"memory\":256,"
          + "\"runtime\":\"%s\",\"tags\":null,\"timeout\":0}";

  @TempDir private Path folder;
  private CommandLineRun cli;

  @BeforeEach
  void aProjectAsItWasDeployed() throws Exception {
    cli = new CommandLineRun(folder);
    file("runfabric.yml", CONFIGURATION);
    file("dist/cart.zip", "built");
    receipt("dev", sha256(SIGNED.formatted("nodejs22.x")));
    receipt("qa", sha256(SIGNED.formatted("")));
  }

  @Test
  void whatIsAsItWasDeployedIsNoDriftAndNothingIsTouched() throws Exception {
    List<String> before = everything();

    Outcome outcome = reconcile();

    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("No drift. Looked at 2 entries: 0 critical");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aSettingThatWasChangedSinceIsToldByTheSignature() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("256", "512"));

    JsonNode result = reconcile("--json").result();

    assertThat(findings(result))
        .containsExactly(
            "warning config signature receipt dev functions[cart].configSignature",
            "warning config signature receipt qa functions[cart].configSignature");
    assertThat(reconcile().exitCode()).isEqualTo(3);
    assertThat(reconcile("--fail-on", "critical").exitCode()).isZero();
    assertThat(reconcile("--against", "integrity,artifacts").exitCode()).isZero();
  }

  @Test
  void theGraphOfTheWorkflowsIsComparedAsFarAsItCanBe() throws Exception {
    file(
        "runfabric.yml",
        CONFIGURATION
            + """
            workflows:
              - name: order
                steps:
                  - {id: pay, function: cart}
                  - {function: cart, next: pay}
            """);
    file(
        ".runfabric/dev.json",
        Files.readString(folder.resolve(".runfabric/dev.json"))
            .replaceFirst(
                "\\{",
                """
                {"metadata": {"workflow.graph.hash": "h", "workflow.graph.nodes": "2",
                  "workflow.graph.edges": "2", "workflow.graph.entrypoint": "order:pay"},
                """));

    JsonNode result = reconcile("--json", "--stage", "dev").result();

    assertThat(findings(result)).as("qa was not looked for").isEmpty();
    assertThat(result.at("/notChecked/0/what").asText())
        .isEqualTo("hash of the workflow graph in receipt dev");
    file(
        "runfabric.yml",
        Files.readString(folder.resolve("runfabric.yml")).replace(", next: pay", ""));
    assertThat(findings(reconcile("--json", "--stage", "dev").result()))
        .contains("warning config workflow receipt dev metadata.workflow.graph.edges");
  }

  @Test
  void whatTheSignatureCannotTellIsNotTakenForGood() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("\"a<b\"", "\"${env:MODE}\""));

    Outcome outcome = reconcile();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("Not checked: signature of cart in receipt dev", "holds a reference")
        .contains("No drift in what was checked.");
  }

  @Test
  void functionsProvidersRegionsAndStagesAreComparedWithTheConfiguration() throws Exception {
    file(
        "runfabric.yml",
        CONFIGURATION
            .replace("  cart:", "  checkout:")
            .replace("eu-central-1", "us-east-1")
            .replace("qa: {}", "live: {}"));

    assertThat(findings(reconcile("--json").result()))
        .contains(
            "critical config region receipt dev outputs.region",
            "warning config extra-function receipt dev functions[cart]",
            "warning config missing-function receipt dev functions[checkout]",
            "info config never-deployed stage live stages.live",
            "info config undeclared-stage stage qa stages.qa");
    file("runfabric.yml", CONFIGURATION.replace("aws-lambda", "gcp-functions"));
    assertThat(findings(reconcile("--json").result()))
        .contains("critical config provider receipt dev provider");
  }

  @Test
  void whatWasBuiltAnewIsNotWhatWasDeployed() throws Exception {
    file("dist/cart.zip", "BUILT");
    assertThat(findings(reconcile("--json").result()))
        .contains("warning artifacts artifact-hash receipt dev artifacts[cart].sha256");
    file("dist/cart.zip", "built anew");
    assertThat(findings(reconcile("--json").result()))
        .contains("warning artifacts artifact-size receipt dev artifacts[cart].sizeBytes");
    Files.delete(folder.resolve("dist/cart.zip"));

    Outcome gone = reconcile();

    assertThat(gone.exitCode()).isZero();
    assertThat(gone.out())
        .contains(
            "Not checked: artifact of cart in receipt dev, as there is no file dist/cart.zip");
  }

  @Test
  void whatDoesNotLoadOrLiesInTheWrongPlaceIsCritical() throws Exception {
    file(".runfabric/qa.json", "{\"version\": 2,");
    file(
        ".runfabric/dev.json",
        Files.readString(folder.resolve(".runfabric/dev.json")).replace("\"dev\"", "\"prod\""));

    JsonNode result = reconcile("--json").result();

    assertThat(findings(result))
        .contains("critical integrity key receipt dev stage")
        .anyMatch(found -> found.startsWith("critical integrity unreadable-entry "));
    assertThat(result.at("/entries/1/stage").asText()).isEqualTo("qa");
    assertThat(result.at("/entries/1/ok").asBoolean()).isFalse();
    assertThat(result.at("/entries/1/error").asText()).contains("not valid JSON");
    assertThat(result.at("/entries/0/ok").asBoolean()).isTrue();
  }

  @Test
  void recordsOfTheEarlierEngineAreComparedWithItsDeployReceipts() throws Exception {
    file("runfabric.yml", "service: shop\nproviders: [aws, gcp]\nstate:\n  backend: local\n");
    Files.delete(folder.resolve(".runfabric/dev.json"));
    Files.delete(folder.resolve(".runfabric/qa.json"));
    record("dev", "aws", "https://old.example.com");
    record("dev", "gcp", "https://g.example.com");
    file(
        ".runfabric/deploy/aws/deployment.json",
        "{\"service\": \"shop\", \"stage\": \"dev\", \"endpoint\": \"https://new.example.com\"}");
    file(
        ".runfabric/deploy/azure/deployment.json",
        "{\"service\": \"shop\", \"stage\": \"dev\", \"endpoint\": \"https://z.example.com\"}");

    assertThat(findings(reconcile("--json").result()))
        .contains(
            "warning receipts endpoint record shop/dev/aws endpoint",
            "warning receipts missing-deploy-receipt record shop/dev/gcp ",
            "warning receipts missing-record record shop/dev/azure ");
  }

  @Test
  void aFindingIsIgnoredWithAReasonUntilADayAndCountedAllTheSame() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("256", "512"));
    List<String> ids = new ArrayList<>();
    reconcile("--json")
        .result()
        .path("findings")
        .forEach(finding -> ids.add(finding.path("id").asText()));
    LocalDate today = LocalDate.of(2026, 3, 1);
    ignore(ids.get(0), today);
    assertThat(reconcile().exitCode()).isEqualTo(3);
    assertThat(reconcile().out()).contains("Ignored until " + today, "agreed", "1 ignored");
    ignore(ids.get(0), today.minusDays(1));

    Outcome expired = reconcile();

    assertThat(expired.out()).contains("It was to be ignored until " + today.minusDays(1));
    assertThat(expired.out()).contains("0 ignored");
    // Values change, the id does not.
    file("runfabric.yml", CONFIGURATION.replace("256", "1024"));
    assertThat(reconcile("--json").result().at("/findings/0/id").asText()).isEqualTo(ids.get(0));
  }

  @Test
  void aListOfIgnoredFindingsThatIsNotUnderstoodIsRefused() throws Exception {
    file(".runfabric/drift-ignore.yml", "ignore:\n  - id: abc\n    until: 2030-01-01\n");

    Outcome outcome = reconcile();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("drift-ignore.yml:2:5", "lacks its reason");
    file(".runfabric/drift-ignore.yml", "ignore:\n  - {id: abc, reason: x, until: soon}\n");
    assertThat(reconcile().err()).contains("no `until:` that is a date");
  }

  @Test
  void reportsAreWrittenToFilesSeveralAtOnce() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("  cart:", "  \"=1+1|<b>&\":"));
    Files.delete(folder.resolve("dist/cart.zip"));

    Outcome outcome =
        reconcile(
            Stream.of("json", "csv", "md", "xml", "html", "sarif", "sarif.json")
                .flatMap(ending -> Stream.of("--out", "d." + ending))
                .toArray(String[]::new));

    assertThat(outcome.exitCode()).isEqualTo(3);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("d.json").toFile());
    assertThat(findings(json)).isEqualTo(findings(reconcile("--json").result()));
    assertThat(Files.readString(folder.resolve("d.csv")))
        .startsWith("state,severity,category,rule,entry,path,")
        .contains("found,warning,config,missing-function,receipt dev,functions[=1+1|<b>&],")
        .contains("not checked,,artifacts,,artifact of cart in receipt dev,");
    assertThat(Files.readString(folder.resolve("d.md")))
        .startsWith("# Drift in shop\n")
        .contains("functions\\[=1+1\\|\\<b\\>\\&\\]", "## Not checked");
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("d.xml").toFile());
    NodeList suites = xml.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(4);
    assertThat(suites.item(1).getAttributes().getNamedItem("failures").getNodeValue())
        .isEqualTo("2");
    assertThat(suites.item(2).getAttributes().getNamedItem("skipped").getNodeValue())
        .isEqualTo("2");
    assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).startsWith("id ");
    assertThat(Files.readString(folder.resolve("d.html")))
        .contains("functions[=1+1|&lt;b&gt;&amp;]");
    assertThat(folder.resolve("d.sarif")).hasSameTextualContentAs(folder.resolve("d.sarif.json"));
    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("d.sarif").toFile())
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText())
        .isEqualTo("runfabric.yml");
  }

  @Test
  void aReportWhoseEndingSaysNothingIsRefusedBeforeAnythingIsRead() throws Exception {
    Outcome outcome = reconcile("--out", "drift.doc");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("drift.doc", ".json, .csv, .md, .xml");
  }

  @Test
  void whatCannotBeComparedWithIsAUsageError() throws Exception {
    Outcome outcome = reconcile("--against", "config,moon");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("nothing called 'moon'", "integrity, config, artifacts, receipts, provider");
  }

  @Test
  void endpointsAreAskedAndListedAndOnlyInPrivateWhereThatIsAllowed() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/health";
    record("dev", "aws", url + "?key=hunter2");

    Outcome allowed = reconcile("--against", "endpoints", "--allow-private", "--json");
    Outcome shown = reconcile("--against", "endpoints", "--allow-private");
    server.stop(0);
    Outcome stopped = reconcile("--against", "endpoints", "--allow-private", "--json");
    Outcome refused = reconcile("--against", "endpoints", "--json");
    Outcome offline = reconcile("--against", "endpoints", "--no-network");

    assertThat(findings(allowed.result()))
        .containsExactly("warning endpoints status record shop/dev/aws endpoint");
    JsonNode asked = allowed.result().path("endpoints").path(0);
    assertThat(asked.path("url").asText()).isEqualTo(url);
    assertThat(asked.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(asked.path("status").asInt()).isEqualTo(503);
    assertThat(asked.path("latencyMilliseconds").isIntegralNumber()).isTrue();
    assertThat(shown.out()).contains("1 endpoint answered, the slowest in ", "seen      127.0.0.1");
    assertThat(findings(stopped.result()))
        .containsExactly("critical endpoints no-answer record shop/dev/aws endpoint");
    assertThat(refused.exitCode()).isZero();
    assertThat(refused.result().path("endpoints").isArray()).isTrue();
    assertThat(refused.result().at("/notChecked/0/reason").asText())
        .contains("it is at a loopback address", "--allow-private");
    assertThat(offline.out()).contains("Not checked: endpoints, as requests over the network");
    assertThat(allowed.out() + shown.out() + stopped.out()).doesNotContain("hunter2");
  }

  private Outcome reconcile(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("state", "reconcile"));
    words.addAll(List.of(options));
    if (!words.contains("--against")) {
      words.addAll(List.of("--against", "integrity,config,artifacts,receipts"));
    }
    return cli.run(words.toArray(String[]::new));
  }

  private static List<String> findings(JsonNode result) {
    List<String> found = new ArrayList<>();
    result
        .path("findings")
        .forEach(one ->
            found.add(
                one.path("severity").asText()
                    + " "
                    + one.path("category").asText()
                    + " "
                    + one.path("rule").asText()
                    + " "
                    + one.path("entry").asText()
                    + " "
                    + one.path("path").asText()));
    return found;
  }

  private void ignore(String id, LocalDate until) throws IOException {
    file(
        ".runfabric/drift-ignore.yml",
        "ignore:\n  - id: " + id + "\n    reason: agreed\n    until: " + until + "\n");
  }

  private void receipt(String stage, String signature) throws Exception {
    file(
        ".runfabric/" + stage + ".json",
        """
        {"version": 2, "service": "shop", "stage": "%1$s", "provider": "aws-lambda",
         "deploymentId": "aws-lambda-%1$s-1", "outputs": {"region": "eu-central-1"},
         "artifacts": [{"function": "cart", "runtime": "nodejs22.x", "sourcePath": "src",
                        "outputPath": "dist/cart.zip", "sha256": "%2$s", "sizeBytes": 5}],
         "functions": [{"function": "cart", "artifactSha256": "%2$s",
                        "configSignature": "%3$s"}],
         "updatedAt": "2026-02-01T10:00:00Z"}
        """
            .formatted(stage, sha256("built"), signature));
  }

  private void record(String stage, String provider, String endpoint) throws IOException {
    file(
        ".runfabric/state/shop/" + stage + "/" + provider + ".state.json",
        """
        {"schemaVersion": 2, "service": "shop", "stage": "%s", "provider": "%s",
         "updatedAt": "2026-02-01T10:00:00.000Z", "lifecycle": "applied", "endpoint": "%s"}
        """
            .formatted(stage, provider, endpoint));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> found = new ArrayList<>();
      for (Path path :
          all.filter(Files::isRegularFile)
              .filter(path -> !path.startsWith(cli.stateFolder()))
              .sorted()
              .toList()) {
        found.add(path + " " + Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
      return found;
    }
  }
}
