package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsComparisonTest {

  private static final Resource FUNCTION =
      new Resource("function", "shop-dev-api", "api", "functions[api]");
  private static final FunctionSettings NOTHING_SAID =
      new FunctionSettings(
          "api", "", Optional.empty(), "", Optional.empty(), 0, "", Optional.empty(), 0, "");
  private static final String CHANGED = " was changed since the deploy";
  private static final String END =
      " | function shop-dev-api, seen at noon | none | runfabric deploy --stage dev";

  private final There.Builder there = There.builder().evidence("seen at noon");
  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource({
    "RUNTIME, runtime, nodejs22.x, nodejs20.x",
    "HANDLER, handler, src/cart.handler, src/Cart.handler",
    "ARCHITECTURE, architecture, arm64, x86_64",
    "MEMORY, memory, 512, 256",
    "TIMEOUT, timeout, 30, 3"
  })
  void aSettingThatRunsOtherwiseIsAWarning(
      Trait trait, String word, String expected, String actual) {
    there.trait(trait, actual);

    compare(saying(trait, expected));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider %s | receipt dev | dev | functions[api].%s | %s | %s | the %s"
                    .formatted(word, word, expected, actual, word)
                + CHANGED
                + END);
  }

  @ParameterizedTest
  @CsvSource({
    "RUNTIME, nodejs20.x, NODEJS20",
    "RUNTIME, nodejs20, nodejs20.x",
    "RUNTIME, python3.12, python312",
    "HANDLER, index.handler, ' index.handler '",
    "ARCHITECTURE, amd64, x86_64",
    "ARCHITECTURE, ARM64, arm64",
    "MEMORY, 512, 512",
    "TIMEOUT, 30, ' 30 '",
    "HANDLER, 'src/${env:X}.handler', other",
    "RUNTIME, nodejs20.x, ",
    "MEMORY, 0, 128",
    "MEMORY, -1, 128",
    "TIMEOUT, 0, 3",
    "ARCHITECTURE, '', arm64"
  })
  void whatIsAlikeOrNotSaidIsFine(Trait trait, String expected, String actual) {
    there.trait(trait, actual);

    compare(saying(trait, expected));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void theRuntimeOfTheProviderIsMeantWhereAFunctionNamesNone() {
    there.trait(Trait.RUNTIME, "nodejs18.x");

    compare(NOTHING_SAID);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider runtime | receipt dev | dev | functions[api].runtime | python3.12"
                + " | nodejs18.x | the runtime"
                + CHANGED
                + END);
  }

  @Test
  void withoutASignatureTheFileMayHaveBeenChangedInstead() {
    there.trait(Trait.MEMORY, 256).tags(Map.of()).layers(List.of());

    compare(
        NOTHING_SAID
            .withMemory(512)
            .withTags(Optional.of(Map.of("team", "a")))
            .withLayers(Optional.of(List.of("l"))),
        Meant.Standing.UNKNOWN);

    assertThat(findings.found())
        .extracting(DriftFinding::sentence)
        .containsExactly(
            "the memory is not what runfabric.yml says",
            "a tag is not what runfabric.yml says",
            "what the function has of layers is not what runfabric.yml says");
  }

  @Test
  void variablesThatAreMissingOrTooManyAreNamedInTheirOrder() {
    there.environment(List.of("MODE", "Z", "OLD"));

    compare(NOTHING_SAID.withEnvironment(Optional.of(Map.of("MODE", "1", "T", "2", "A", "3"))));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider environment-missing | receipt dev | dev | functions[api].environment"
                + " | A, T | not set | variables that runfabric.yml names are not set"
                + END,
            "info provider environment-extra | receipt dev | dev | functions[api].environment"
                + " | not set | OLD, Z | variables are set that runfabric.yml does not name"
                + END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_REGION",
        "RUNFABRIC_STAGE",
        "FUNCTION_TARGET",
        "FUNCTIONS_EXTENSION_VERSION",
        "WEBSITE_RUN_FROM_PACKAGE",
        "AzureWebJobsStorage",
        "K_SERVICE",
        "GCP_PROJECT",
        "GCLOUD_PROJECT",
        "KUBERNETES_PORT",
        "LOG_EXECUTION_ID",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "APPINSIGHTS_KEY",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "ENABLE_ORYX_BUILD",
        "DEPLOYMENT_STORAGE_CONNECTION_STRING",
        "BUILD_FLAGS",
        "XDG_CACHE_HOME"
      })
  void whatProvidersSetByThemselvesIsNotTooMuch(String name) {
    there.environment(List.of(name));

    compare(NOTHING_SAID);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void variablesAreNotComparedWhereTheProviderDoesNotTellThem() {
    compare(NOTHING_SAID.withEnvironment(Optional.of(Map.of("MODE", "live"))));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void tagsThatDifferAreToldInTheirOrderAndSecretOnesMasked() {
    there.tags(Map.of("team", "b", "same", "x", "more", "y", "apiKey", "hunter2"));

    compare(
        NOTHING_SAID.withTags(
            Optional.of(
                Map.of(
                    "team", "a", "same", "x", "apiKey", "hunter3", "cost", "1", "r", "${env:R}"))));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            tag("apiKey", "[REDACTED]", "[REDACTED]"),
            tag("cost", "1", "not set"),
            tag("team", "a", "b"));
  }

  @Test
  void tagsAreNotComparedWhereTheProviderDoesNotTellThem() {
    compare(NOTHING_SAID.withTags(Optional.of(Map.of("team", "a"))));

    assertThat(findings.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'b,c', 'b, c'", "'', none"})
  void layersThatDifferAreTold(String actual, String told) {
    there.layers(actual.isEmpty() ? List.of() : List.of(actual.split(",")));

    compare(NOTHING_SAID.withLayers(Optional.of(List.of("b", "a"))));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning provider layers | receipt dev | dev | functions[api].layers | a, b | "
                + told
                + " | what the function has of layers"
                + CHANGED
                + END);
  }

  @ParameterizedTest
  @CsvSource({"'a,b', 'b,a'", "'a,${env:L}', 'c'"})
  void layersInAnotherOrderOrThatAreReferencesAreFine(String expected, String actual) {
    there.layers(List.of(actual.split(",")));

    compare(NOTHING_SAID.withLayers(Optional.of(List.of(expected.split(",")))));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void layersAreNotComparedWhereOneSideDoesNotTellThem() {
    compare(NOTHING_SAID.withLayers(Optional.of(List.of("a"))));
    there.layers(List.of("a"));
    compare(NOTHING_SAID);

    assertThat(findings.found()).isEmpty();
  }

  private static String tag(String name, String expected, String actual) {
    return "warning provider tag | receipt dev | dev | functions[api].tags.%s | %s | %s | a tag"
            .formatted(name, expected, actual)
        + CHANGED
        + END;
  }

  private static FunctionSettings saying(Trait trait, String value) {
    return switch (trait) {
      case RUNTIME -> NOTHING_SAID.withRuntime(value);
      case ARCHITECTURE -> NOTHING_SAID.withArchitecture(value);
      case MEMORY -> NOTHING_SAID.withMemory(Long.parseLong(value));
      case TIMEOUT -> NOTHING_SAID.withTimeout(Long.parseLong(value));
      case HANDLER ->
          new FunctionSettings(
              "api", "", Optional.empty(), value, Optional.empty(), 0, "", Optional.empty(), 0, "");
      case CODE_SHA256, URL, ADDRESS, REVISION -> throw new AssertionError(trait);
    };
  }

  private void compare(FunctionSettings settings) {
    compare(settings, Meant.Standing.AS_DEPLOYED);
  }

  private void compare(FunctionSettings settings, Meant.Standing standing) {
    SeenResource seen =
        new SeenResource(
            SampleDeployed.receipt("dev", Map.of()), FUNCTION, there.build(), findings);
    new SettingsComparison(seen, settings, standing).compare(new Meant(settings, "python3.12"));
  }
}
