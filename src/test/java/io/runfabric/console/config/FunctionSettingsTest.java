package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionSettingsTest {

  @TempDir private Path folder;

  private List<FunctionSettings> functions(String yaml) {
    return new Workspace(folder).yml("service: shop\n" + yaml).loaded().functions();
  }

  private FunctionSettings function(String keys) {
    return functions("functions:\n  api: " + keys + "\n").getFirst();
  }

  @Test
  void everySettingIsRead() {
    FunctionSettings api =
        function(
            "{architecture: arm64, environment: {B: '2', A: one}, handler: api.main, layers: [x,"
                + " y], memory: 512, runtime: python3.12, tags: {}, timeout: ' 30 '}");

    assertThat(api)
        .isEqualTo(
            new FunctionSettings(
                "api",
                "arm64",
                Optional.of(Map.of("A", "one", "B", "2")),
                "api.main",
                Optional.of(List.of("x", "y")),
                512,
                "python3.12",
                Optional.of(Map.of()),
                30,
                ""));
    assertThat(api).hasToString("FunctionSettings[api]");
  }

  @Test
  void whatIsAbsentIsEmptyOrNotThere() {
    assertThat(function("{}"))
        .isEqualTo(
            new FunctionSettings(
                "api", "", Optional.empty(), "", Optional.empty(), 0, "", Optional.empty(), 0, ""));
    assertThat(function("")).isEqualTo(function("{}"));
  }

  @Test
  void aListNamesItsFunctionsItself() {
    assertThat(functions("functions: [{name: ' api ', memory: 1}, job, {memory: 2}, '', [x]]\n"))
        .extracting(FunctionSettings::name, FunctionSettings::memory)
        .containsExactly(tuple("api", 1L), tuple("job", 0L));
    assertThat(functions("")).isEmpty();
    assertThat(functions("functions: {b: {}, a: {}}\n"))
        .extracting(FunctionSettings::name)
        .containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{memory: lots}|`memory` is no whole number",
        "{timeout: 1.5}|`timeout` is no whole number",
        "{memory: [1]}|`memory` is a list",
        "{handler: {}}|`handler` is a mapping",
        "{tags: [a]}|`tags` is a list",
        "{environment: text}|`environment` is text",
        "{environment: {A: [1]}}|`environment.A` is a list",
        "{layers: text}|`layers` is text",
        "{layers: [{}]}|`layers` is a mapping",
        "{runtime: '${env:X}'}|`runtime` holds a reference, and what it was at the deploy is not"
            + " known",
        "{environment: {A: 'a${stage}'}}|`environment.A` holds a reference, and what it was at the"
            + " deploy is not known",
        "{architecture: [], timeout: x}|`architecture` is a list",
      })
  void whatKeepsTheSignatureFromBeingKnownIsTold(String keys, String unclear) {
    assertThat(function(keys).unclear()).isEqualTo(unclear);
  }

  @Test
  void theSignatureIsThatOfTheCompactJson() throws Exception {
    assertThat(function("{}").signature("nodejs20.x"))
        .isEqualTo(
            sha256(
                "{\"architecture\":\"\",\"environment\":null,\"handler\":\"\",\"layers\":null,"
                    + "\"memory\":0,\"runtime\":\"nodejs20.x\",\"tags\":null,\"timeout\":0}"));
    assertThat(
            function(
                    "{architecture: arm64, environment: {B: '2', A: '<a>'}, handler: api.main,"
                        + " layers: [x, y], memory: 512, runtime: python3.12, tags: {}, timeout:"
                        + " 9}")
                .signature("nodejs20.x"))
        .isEqualTo(
            sha256(
                "{\"architecture\":\"arm64\",\"environment\":{\"A\":\"\\u003ca\\u003e\","
                    + "\"B\":\"2\"},\"handler\":\"api.main\",\"layers\":[\"x\",\"y\"],"
                    + "\"memory\":512,\"runtime\":\"python3.12\",\"tags\":{},\"timeout\":9}"));
    assertThat(function("{layers: []}").signature(""))
        .isNotEqualTo(function("{}").signature(""))
        .isNotEqualTo(function("{layers: [x]}").signature(""));
  }

  @Test
  void oneSettingIsReplacedAtATime() {
    FunctionSettings api = function("{memory: 1}");
    Map<String, String> named = Map.of("A", "b");

    assertThat(api.withMemory(2)).isEqualTo(function("{memory: 2}"));
    assertThat(api.withTimeout(3)).isEqualTo(function("{memory: 1, timeout: 3}"));
    assertThat(api.withRuntime("r")).isEqualTo(function("{memory: 1, runtime: r}"));
    assertThat(api.withArchitecture("a")).isEqualTo(function("{memory: 1, architecture: a}"));
    assertThat(api.withEnvironment(Optional.of(named)))
        .isEqualTo(function("{memory: 1, environment: {A: b}}"));
    assertThat(api.withTags(Optional.of(named))).isEqualTo(function("{memory: 1, tags: {A: b}}"));
    assertThat(api.withLayers(Optional.of(List.of("l"))))
        .isEqualTo(function("{memory: 1, layers: [l]}"));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
