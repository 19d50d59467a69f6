package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.StateFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineReceiptsCheckTest {

  private static final String RECORD = "record shop/dev/aws-lambda";

  @TempDir private Path folder;
  private final Findings findings = new Findings();
  private EngineReceiptsCheck check;

  @BeforeEach
  void aCheck() {
    check = new EngineReceiptsCheck(folder, "shop", StateFilter.PROJECT);
  }

  @Test
  void aRecordAndItsDeployReceiptThatAgreeAreFine() throws Exception {
    deployed("aws-lambda", "{\"stage\": \"dev\", \"endpoint\": \"https://a.example\"}");

    look("dev", "https://a.example");

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void aRecordWithoutADeployReceiptIsAWarning() {
    look("dev", "");

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning receipts missing-deploy-receipt | "
                + RECORD
                + " | dev |  | a deploy receipt | none | there is a state record and no deploy"
                + " receipt of aws-lambda |  | none | ");
  }

  @Test
  void anotherEndpointIsAWarning() throws Exception {
    deployed("aws-lambda", "{\"stage\": \"dev\", \"endpoint\": \"https://a.example\"}");

    look("dev", "https://b.example");

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning receipts endpoint | "
                + RECORD
                + " | dev | endpoint | https://a.example | https://b.example | the state record"
                + " names another endpoint than the last deploy receipt |  | none | ");
  }

  @ParameterizedTest
  @CsvSource({
    "dev, '', https://b.example",
    "dev, https://a.example, ''",
    "qa, https://a.example, https://b.example"
  })
  void anEndpointThatIsNotToldOrOfAnotherStageIsNotCompared(
      String stage, String there, String recorded) throws Exception {
    deployed("aws-lambda", "{\"stage\": \"%s\", \"endpoint\": \"%s\"}".formatted(stage, there));

    check.look(SampleDeployed.of(SampleDeployed.record("dev", "applied", recorded)), findings);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aDeployReceiptThatDoesNotLoadIsNotChecked() throws Exception {
    deployed("aws-lambda", "torn");

    look("dev", "");

    String file = folder.resolve(".runfabric/deploy/aws-lambda/deployment.json").toString();
    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "receipts: " + RECORD + ": " + file + " does not load",
            "receipts: deploy receipt: " + file + " does not load");
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void receiptsOfEngineTwoAreNotCompared() throws Exception {
    check.look(SampleDeployed.receipt("dev", Map.of()), findings);
    check.finish(findings);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'{\"stage\": \"qa\"}'", "'{\"stage\": \"qa\", \"service\": \"shop\"}'"})
  void aDeployReceiptWithoutARecordIsAWarning(String receipt) throws Exception {
    deployed("aws-lambda", receipt);

    check.finish(findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning receipts missing-record | record shop/qa/aws-lambda | qa |  | a state record"
                + " | none | the last deploy to aws-lambda left a receipt, and there is no state"
                + " record |  | none | ");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"stage\": \"qa\", \"service\": \"other\"}', ",
    "'{\"service\": \"shop\"}', ",
    "'{\"stage\": \"qa\"}', dev"
  })
  void aDeployReceiptOfWhatIsNotLookedAtIsPassedOver(String receipt, String stage)
      throws Exception {
    deployed("aws-lambda", receipt);

    new EngineReceiptsCheck(
            folder,
            "shop",
            new StateFilter(Optional.empty(), Optional.ofNullable(stage), Optional.empty(), false))
        .finish(findings);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aRecordIsFoundByTheNameItsKeyHas() throws Exception {
    deployed("aws-lambda", "{\"stage\": \"my dev\"}");

    look("my-dev", "");

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aRecordIsNotTakenForThatOfAnotherDeploy() throws Exception {
    deployed("aws-lambda", "{\"stage\": \"dev\"}");
    deployed("gcp", "{\"stage\": \"dev\"}");

    look("dev", "");

    assertThat(findings.found())
        .extracting(DriftFinding::entry)
        .containsExactly("record shop/dev/gcp");
  }

  @Test
  void foldersWithoutADeployReceiptAndFilesBesideThemAreNone() throws Exception {
    Files.createDirectories(folder.resolve(".runfabric/deploy/gcp/deployment.json"));
    Files.writeString(folder.resolve(".runfabric/deploy/note"), "x");

    check.finish(findings);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void whatCannotBeListedIsNotChecked() throws Exception {
    Files.createDirectories(folder.resolve(".runfabric"));
    Path deploys = Files.writeString(folder.resolve(".runfabric/deploy"), "in the way");

    check.finish(findings);

    assertThat(SampleDeployed.open(findings))
        .containsExactly("receipts: deploy receipts: " + deploys + " cannot be listed");
  }

  @Test
  void aLinkThatLeadsOutOfTheProjectIsNotFollowed(@TempDir Path elsewhere) throws Exception {
    Files.writeString(elsewhere.resolve("deployment.json"), "{\"stage\": \"qa\"}");
    Files.createDirectories(folder.resolve(".runfabric/deploy"));
    Files.createSymbolicLink(folder.resolve(".runfabric/deploy/aws-lambda"), elsewhere);

    look("dev", "");

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).hasSize(2);
  }

  private void look(String stage, String endpoint) {
    check.look(SampleDeployed.of(SampleDeployed.record(stage, "applied", endpoint)), findings);
    check.finish(findings);
  }

  private void deployed(String provider, String receipt) throws Exception {
    Path file = folder.resolve(".runfabric/deploy").resolve(provider).resolve("deployment.json");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, receipt);
  }
}
