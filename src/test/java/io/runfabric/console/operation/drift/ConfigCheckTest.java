package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.operation.StateFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {

  private static final String HEAD =
      """
      service: shop
      provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
      """;
  private static final String PLAN = " | none | runfabric plan --stage dev";

  @TempDir private Path folder;
  private final Findings findings = new Findings();

  @Test
  void anotherProviderOrRegionIsCritical() throws Exception {
    Receipt receipt =
        new Receipt(
            "shop",
            "dev",
            "gcp-functions",
            "d-1",
            Map.of("region", "us-east-1"),
            List.of(),
            Map.of(),
            List.of(),
            SampleDeployed.TIME);

    check(HEAD).look(SampleDeployed.of(receipt), findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "critical config provider | receipt dev | dev | provider | aws-lambda | gcp-functions"
                + " | the stage was deployed to another provider than the one that is configured | "
                + PLAN,
            "critical config region | receipt dev | dev | outputs.region | eu-central-1 | us-east-1"
                + " | the stage was deployed to another region than the one that is configured | "
                + PLAN);
  }

  @ParameterizedTest
  @CsvSource({"aws-lambda, eu-central-1", "'', ''"})
  void theSameProviderAndRegionOrNoneRecordedAreFine(String provider, String region)
      throws Exception {
    Receipt receipt =
        new Receipt(
            "shop",
            "dev",
            provider,
            "d-1",
            Map.of("region", region),
            List.of(),
            Map.of(),
            List.of(),
            SampleDeployed.TIME);

    check(HEAD).look(SampleDeployed.of(receipt), findings);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void functionsThatAreOnOneSideOnlyAreWarnings() throws Exception {
    check(HEAD + "functions:\n  api: {handler: a}\n")
        .look(deployed(SampleDeployed.function("old", "", "signed")), findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning config extra-function | receipt dev | dev | functions[old] | not declared"
                + " | deployed | the function is deployed and no longer in runfabric.yml | "
                + PLAN,
            "warning config missing-function | receipt dev | dev | functions[api] | deployed"
                + " | not deployed | the function is in runfabric.yml and was not deployed to this"
                + " stage | "
                + PLAN);
  }

  @Test
  void aReceiptThatListsNoFunctionsIsNotComparedWithThem() throws Exception {
    check(HEAD + "functions:\n  api: {handler: a}\n").look(deployed(), findings);

    assertThat(findings.found()).isEmpty();
    assertThat(SampleDeployed.open(findings))
        .containsExactly("config: functions of receipt dev: the receipt lists no functions");
  }

  @Test
  void aSignatureThatIsTheSameIsFine() throws Exception {
    String signed = settings("{handler: a}").functions().getFirst().signature("nodejs22.x");

    check(HEAD + "functions:\n  api: {handler: a}\n")
        .look(deployed(SampleDeployed.function("api", "", signed)), findings);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void aSettingThatWasChangedIsNamed() throws Exception {
    String signed = settings("{handler: a, memory: 256}").functions().getFirst().signature("");

    check(HEAD + "functions:\n  api: {handler: a, memory: 512}\n")
        .look(deployed(SampleDeployed.function("api", "", signed)), findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning config signature | receipt dev | dev | functions[api].configSignature"
                + " | memory: 512 | memory: 256 | `memory` was changed in runfabric.yml since the"
                + " deploy | with that one setting put back, the signature is the receipt's"
                + PLAN);
  }

  @Test
  void theRuntimeOfTheBuiltPackageIsTried() throws Exception {
    String signed =
        settings("{handler: a, runtime: nodejs18.x}").functions().getFirst().signature("");
    Receipt receipt =
        SampleDeployed.receipt(
            "dev",
            Map.of(),
            List.of(SampleDeployed.artifact("api", "nodejs18.x", "", "", 0)),
            Map.of(),
            List.of(SampleDeployed.function("api", "", signed)));

    check(HEAD + "functions:\n  api: {handler: a, runtime: nodejs20.x}\n")
        .look(SampleDeployed.of(receipt), findings);

    assertThat(findings.found())
        .extracting(DriftFinding::expected, DriftFinding::actual)
        .containsExactly(tuple("runtime: nodejs20.x", "runtime: nodejs18.x"));
  }

  @Test
  void aChangeThatNobodyCanNameIsToldByTheSignatures() throws Exception {
    String now = settings("{handler: a}").functions().getFirst().signature("nodejs22.x");

    check(HEAD + "functions:\n  api: {handler: a}\n")
        .look(deployed(SampleDeployed.function("api", "", "signed")), findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning config signature | receipt dev | dev | functions[api].configSignature | "
                + now
                + " | signed | the function's settings in runfabric.yml are not those it was"
                + " deployed with | the signatures differ; which setting it is cannot be told from"
                + " them"
                + PLAN);
  }

  @Test
  void functionsOfTheSameSettingsAreEachJudgedByTheirOwnSignature() throws Exception {
    String then = settings("{handler: a, memory: 256}").functions().getFirst().signature("");

    check(HEAD + "functions:\n  api: {handler: a, memory: 512}\n  web: {handler: a, memory: 512}\n")
        .look(
            deployed(
                SampleDeployed.function("api", "", then),
                SampleDeployed.function("web", "", "signed")),
            findings);

    assertThat(findings.found())
        .extracting(DriftFinding::actual)
        .containsExactly("memory: 256", "signed");
  }

  @Test
  void aSignatureThatIsNotThereOrCannotBeMadeIsNotChecked() throws Exception {
    check(HEAD + "functions:\n  api: {handler: a}\n  web: {handler: a, memory: lots}\n")
        .look(
            deployed(
                SampleDeployed.function("api", "", ""),
                SampleDeployed.function("web", "", "signed")),
            findings);

    assertThat(findings.found()).isEmpty();
    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "config: signature of api in receipt dev: the receipt holds none",
            "config: signature of web in receipt dev: `memory` is no whole number");
  }

  @Test
  void aStageForWhichTheConfigurationDoesNotLoadIsNotChecked() throws Exception {
    check(HEAD + "stages:\n  qa: {backend: {kind: nonsense}}\n")
        .look(SampleDeployed.receipt("qa", Map.of("region", "us-east-1")), findings);

    assertThat(findings.found()).isEmpty();
    assertThat(SampleDeployed.open(findings))
        .containsExactly("config: receipt qa: the configuration does not load for this stage");
  }

  @Test
  void recordsAreComparedByTheirStageOnly() throws Exception {
    ConfigCheck check = check(HEAD + "stages: {dev: {}}\n");

    check.look(SampleDeployed.of(SampleDeployed.record("dev", "applied", "")), findings);
    check.finish(findings);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void theWorkflowsAreCompared() throws Exception {
    check(HEAD + "workflows: [{name: order, steps: [{id: pay}]}]\n")
        .look(SampleDeployed.receipt("dev", Map.of()), findings);

    assertThat(findings.found()).extracting(DriftFinding::rule).containsOnly("workflow");
  }

  @Test
  void stagesThatAreOnOneSideOnlyAreGoodToKnow() throws Exception {
    ConfigCheck check = check(HEAD + "stages: {dev: {}, qa: {}}\n");
    for (String stage : List.of("z", "dev", "old", "")) {
      check.look(SampleDeployed.receipt(stage, Map.of()), findings);
    }

    check.finish(findings);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "info config never-deployed | stage qa | qa | stages.qa | deployed | no entry | the"
                + " stage is in runfabric.yml and nothing of it is stored here |  | none"
                + " | runfabric deploy --stage qa",
            undeclared("old"),
            undeclared("z"));
  }

  @Test
  void whereOnlyAPartIsLookedAtNothingIsSaidOfTheRest() throws Exception {
    LoadedProject loaded = SampleDeployed.project(folder, HEAD + "stages: {dev: {}, qa: {}}\n");
    StateFilter onlyDev =
        new StateFilter(Optional.empty(), Optional.of("dev"), Optional.empty(), false);

    new ConfigCheck(new StageConfigs(request(), loaded), onlyDev).finish(findings);

    assertThat(findings.found()).extracting(DriftFinding::entry).containsExactly("stage dev");
  }

  @Test
  void aFileThatNamesNoStagesDeclaresThemAll() throws Exception {
    ConfigCheck check = check(HEAD);
    check.look(SampleDeployed.receipt("old", Map.of()), findings);

    check.finish(findings);

    assertThat(findings.found()).isEmpty();
  }

  private static String undeclared(String stage) {
    return "info config undeclared-stage | stage %s | %s | stages.%s | declared under `stages:`"
            .formatted(stage, stage, stage)
        + " | deployed | the stage is deployed, may still run, and is not in runfabric.yml |  |"
        + " none | ";
  }

  private static Deployed deployed(DeployedFunction... functions) {
    return SampleDeployed.of(
        SampleDeployed.receipt("dev", Map.of(), List.of(), Map.of(), List.of(functions)));
  }

  private LoadedProject settings(String function) throws Exception {
    return SampleDeployed.project(folder, HEAD + "functions:\n  api: " + function + "\n");
  }

  private ConfigCheck check(String configuration) throws Exception {
    LoadedProject loaded = SampleDeployed.project(folder, configuration);
    return new ConfigCheck(new StageConfigs(request(), loaded), StateFilter.PROJECT);
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        folder.resolve("runfabric.yml"), folder, Optional.of("dev"), Optional.empty(), Map.of());
  }
}
