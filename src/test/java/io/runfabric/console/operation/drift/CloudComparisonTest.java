package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudComparisonTest {

  private static final Resource FUNCTION =
      new Resource("function", "shop-dev-api", "api", "functions[api]");
  private static final Resource BALANCER = new Resource("ingress", "shop", "", "outputs.url");
  private static final String HEX =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
  private static final String BASE64 = "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";
  private static final String OTHER =
      "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
  private static final String STEP = " | none | runfabric deploy --stage dev";

  @TempDir private Path folder;
  private final There.Builder there = There.builder();
  private final Findings findings = new Findings();

  @Test
  void whatTheProviderCouldNotTellIsNotChecked() {
    there.unclear("code", "nobody may ask");

    compare(BALANCER, receipt(Map.of()));

    assertThat(SampleDeployed.open(findings))
        .containsExactly("provider: code of ingress shop in receipt dev: nobody may ask");
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void whatTheProviderItselfSaysIsWrongIsCritical() {
    there.trouble("its state is Failed");

    compare(BALANCER, receipt(Map.of()));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "critical provider trouble | receipt dev | dev | outputs.url.state | working | its"
                + " state is Failed | the provider itself says that something is wrong with it"
                + " | ingress shop"
                + STEP);
  }

  @Test
  void whatWasChangedWellAfterTheDeployIsAWarning() {
    there.modified(Optional.of(Instant.parse("2026-03-01T12:05:01Z")));

    compare(BALANCER, receipt(Map.of()));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider modified | receipt dev | dev | outputs.url.modified | not after"
                + " 2026-03-01T12:00:00Z | 2026-03-01T12:05:01Z | it was changed after the deploy"
                + " that the receipt records | ingress shop"
                + STEP);
  }

  @Test
  void clocksMayDifferByFiveMinutes() {
    there.modified(Optional.of(Instant.parse("2026-03-01T12:05:00Z")));

    compare(BALANCER, receipt(Map.of()));

    assertThat(findings.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/, https://b.example/",
    "https://a.example, https://a.example.org/",
    "https://a.example/prod, https://a.example/"
  })
  void anotherUrlIsAWarning(String actual, String recorded) {
    there.trait(Trait.URL, actual);

    compare(BALANCER, receipt(Map.of("url", recorded)));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider url | receipt dev | dev | outputs.url.url | %s | %s"
                    .formatted(recorded, actual)
                + " | it answers elsewhere than the receipt says | ingress shop"
                + STEP);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/, https://a.example",
    "https://a.example, https://a.example//",
    "https://A.example/, https://a.EXAMPLE/",
    "https://a.example, https://a.example/prod",
    "https://a.example, ''"
  })
  void theSameUrlMayBeWrittenOtherwise(String actual, String recorded) {
    there.trait(Trait.URL, actual);

    compare(BALANCER, receipt(Map.of("url", recorded)));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void theUrlOfAFunctionIsThatOfItsOwnOutput() throws Exception {
    there.trait(Trait.URL, "https://a.example/");

    compare(
        FUNCTION,
        receipt(Map.of("url", "https://a.example/", "url_api", "https://b.example/")),
        project("api: {handler: a}"));

    assertThat(findings.found())
        .extracting(DriftFinding::path, DriftFinding::expected)
        .containsExactly(tuple("functions[api].url", "https://b.example/"));
  }

  @Test
  void anotherAddressOfTheBalancerIsAWarning() {
    there.trait(Trait.ADDRESS, "8.8.4.4");

    compare(BALANCER, receipt(Map.of("ingress.ip", "8.8.8.8")));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider address | receipt dev | dev | outputs.url.address | 8.8.8.8 | 8.8.4.4"
                + " | the load balancer has another address than the receipt says | ingress shop"
                + STEP);
  }

  @ParameterizedTest
  @CsvSource({"8.8.8.8, 8.8.8.8", "8.8.8.8, ''"})
  void theSameAddressOrNoneRecordedIsFine(String actual, String recorded) {
    there.trait(Trait.ADDRESS, actual);

    compare(BALANCER, receipt(Map.of("ingress.ip", recorded)));

    assertThat(findings.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({HEX + ", ''", "'', " + HEX, BASE64 + ", " + OTHER})
  void otherCodeIsCriticalWhoeverRecordsIt(String ofFunction, String ofArtifact) throws Exception {
    there.trait(Trait.CODE_SHA256, "0".repeat(64));

    compare(FUNCTION, deployed(ofFunction, ofArtifact), project("api: {handler: a}"));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "critical provider code | receipt dev | dev | functions[api].code | "
                + HEX
                + " | "
                + "0".repeat(64)
                + " | other code runs than was deployed | function shop-dev-api"
                + STEP);
  }

  @ParameterizedTest
  @CsvSource({HEX + ", ''", BASE64 + ", ''", "'', " + HEX})
  void theSameCodeMayBeWrittenInHexOrBase64(String ofFunction, String ofArtifact) throws Exception {
    there.trait(Trait.CODE_SHA256, BASE64);

    compare(FUNCTION, deployed(ofFunction, ofArtifact), project("api: {handler: a}"));

    assertThat(findings.found()).isEmpty();
    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "provider: settings of function shop-dev-api in receipt dev: runfabric.yml was changed"
                + " since the deploy, so it does not say what should run");
  }

  @Test
  void withoutARecordedHashTheCodeIsNotChecked() throws Exception {
    there.trait(Trait.CODE_SHA256, HEX);

    compare(FUNCTION, deployed("", ""), project("api: {handler: a}"));

    assertThat(SampleDeployed.open(findings))
        .contains(
            "provider: code of function shop-dev-api in receipt dev: the receipt holds no SHA-256"
                + " of the package");
  }

  @Test
  void whereTheProviderTellsNoHashTheCodeIsNotCompared() throws Exception {
    there.trait(Trait.CODE_SHA256, "etag-1");

    compare(FUNCTION, deployed(HEX, ""), project("api: {handler: a}"));

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).hasSize(1);
  }

  @Test
  void settingsAreNotCheckedWhereTheConfigurationDoesNotSayThem() throws Exception {
    compare(FUNCTION, deployed("", ""), Optional.empty());
    compare(FUNCTION, deployed("", ""), project("web: {handler: a}"));

    assertThat(SampleDeployed.open(findings))
        .containsExactly(
            "provider: settings of function shop-dev-api in receipt dev: the configuration does not"
                + " load for this stage",
            "provider: settings of function shop-dev-api in receipt dev: runfabric.yml does not"
                + " declare the function");
  }

  @Test
  void settingsAreComparedWhereNothingSaysTheyWereChanged() throws Exception {
    there.trait(Trait.MEMORY, 256);
    DeployedFunction unsigned = SampleDeployed.function("api", "", "");

    compare(
        FUNCTION, receipt(List.of(unsigned), List.of()), project("api: {handler: a, memory: 512}"));

    assertThat(findings.found())
        .extracting(DriftFinding::sentence)
        .containsExactly("the memory is not what runfabric.yml says");
  }

  @Test
  void whatIsNoFunctionIsNotTakenForOne() throws Exception {
    DeployedFunction nameless = SampleDeployed.function("", HEX, "");
    there.trait(Trait.CODE_SHA256, OTHER);

    compare(BALANCER, receipt(List.of(nameless), List.of()), project("api: {handler: a}"));
    compare(FUNCTION, receipt(List.of(nameless), List.of()), project("api: {handler: a}"));

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', ", "abc, ", HEX + "0, ", BASE64 + "=, "})
  void whatIsNoSha256IsNone(String text, String none) {
    assertThat(CloudComparison.hex(text)).isEqualTo(Optional.ofNullable(none));
  }

  @Test
  void aSha256IsHexInLowerCase() {
    assertThat(CloudComparison.hex(" " + HEX.toUpperCase(Locale.ROOT) + "\n")).contains(HEX);
    assertThat(CloudComparison.hex(BASE64)).contains(HEX);
  }

  private static Receipt receipt(Map<String, String> outputs) {
    return SampleDeployed.receipt(
        "dev", outputs, List.of(), Map.of(), List.of(SampleDeployed.function("api", "", "signed")));
  }

  private static Receipt receipt(List<DeployedFunction> functions, List<Artifact> artifacts) {
    return SampleDeployed.receipt("dev", Map.of(), artifacts, Map.of(), functions);
  }

  private static Receipt deployed(String ofFunction, String ofArtifact) {
    return receipt(
        List.of(SampleDeployed.function("api", ofFunction, "signed")),
        List.of(
            SampleDeployed.artifact("web", "", "", OTHER, 0),
            SampleDeployed.artifact("api", "", "", ofArtifact, 0)));
  }

  private Optional<LoadedProject> project(String function) throws Exception {
    return Optional.of(
        SampleDeployed.project(
            folder, "service: shop\nprovider: {name: aws-lambda}\nfunctions:\n  " + function));
  }

  private void compare(Resource resource, Receipt receipt) {
    compare(resource, receipt, Optional.empty());
  }

  private void compare(Resource resource, Receipt receipt, Optional<LoadedProject> loaded) {
    new CloudComparison(receipt, loaded)
        .compare(new SeenResource(SampleDeployed.of(receipt), resource, there.build(), findings));
  }
}
