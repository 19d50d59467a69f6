package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "A",
          "one",
          "EMPTY",
          "",
          "_x9",
          "low",
          "ODD",
          "${env:A}",
          "TOKEN",
          "of-variable",
          "BLANK",
          " ",
          "VAULTED",
          "vault://x/y");

  private static Interpolated resolve(String text, Map<String, String> secrets) {
    return new Interpolation("qa", new Environment(VARIABLES, Map.of("F", "file")), secrets)
        .of(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "plain, plain",
        "${env:A}, one",
        "x-${env:A}/${stage}/${env:F}-y, x-one/qa/file-y",
        "${env:_x9}, low",
        "\"${env:A,two}\", one",
        "\"${env:UNSET,two}\", two",
        "\"${env:UNSET,  two words }\", two words",
        "\"<${env:UNSET,}>\", <>",
        "\"<${env:EMPTY,two}>\", <>",
        "<${env:EMPTY}>, <>",
        "\"${env:UNSET,a,b}\", \"a,b\"",
        "\"${env:UNSET,a:b/c}\", a:b/c",
        "\"${env:UNSET,$x}\", $x",
        "${env:ODD}, ${env:A}",
        "$env:A, $env:A",
        "{env:A}, {env:A}",
        "$${env:A}, $one",
        "}${env:A}}, }one}",
      })
  void referencesAreReplaced(String written, String resolved) {
    Interpolated result = resolve(written, Map.of());
    assertThat(result.flaws()).isEmpty();
    assertThat(result.text()).isEqualTo(resolved);
    assertThat(result.secret()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "${env:UNSET}, UNRESOLVED, the variable UNSET is not set",
        "${env:, MALFORMED, a `${` without its `}`",
        "a${, MALFORMED, a `${` without its `}`",
        "${env:9A}, MALFORMED, ${env:9A} does not name a variable",
        "${env: A}, MALFORMED, ${env: A} does not name a variable",
        "${env:}, MALFORMED, ${env:} does not name a variable",
        "\"${env:A B,x}\", MALFORMED, ${env:A B} does not name a variable",
        "${foo:bar}, MALFORMED, ${foo:…} is no known reference",
        "${A}, MALFORMED, ${A} is no known reference",
        "${}, MALFORMED, ${} is no known reference",
        "${Stage}, MALFORMED, ${Stage} is no known reference",
        "${ENV:A}, MALFORMED, ${ENV:…} is no known reference",
        "${secret:a b}, MALFORMED, the key in ${secret:…} is not a secret's key",
        "${secret:NOPE}, UNRESOLVED, the secret NOPE is neither under `secrets:` nor a variable",
        "${secret:BLANK}, UNRESOLVED, the secret BLANK is neither under `secrets:` nor a variable",
        "${secret:VAULTED}, UNRESOLVED, \"the secret is kept at vault://, where it cannot be read"
            + " from here\"",
        "aws-sm://prod/db, UNRESOLVED, references of the form aws-sm:// are not resolved here",
        "secret://A, UNRESOLVED, references of the form secret:// are not resolved here",
        "\"${env:A,${env:B}}\", DOUBTFUL, \"the default of A holds another `${`, which is not"
            + " resolved\"",
      })
  void flawsAreNamed(String written, Interpolated.Gravity gravity, String message) {
    assertThat(resolve(written, Map.of()).flaws())
        .singleElement()
        .returns(gravity, Interpolated.Flaw::gravity)
        .returns(message, Interpolated.Flaw::message);
  }

  @Test
  void defaultEndsAtTheFirstBrace() {
    assertThat(resolve("${env:UNSET,${env:A}}", Map.of()).text()).isEqualTo("${env:A}");
  }

  @Test
  void bareNameIsToldToBecomeAVariable() {
    assertThat(resolve("${HOME}", Map.of()).flaws().getFirst().fix())
        .isEqualTo("write ${env:HOME}");
  }

  @ParameterizedTest
  @CsvSource({
    "direct, value",
    "hop, value",
    "with.dots-and_lines, dotted",
    "of-variable, one",
    "nested, <value+qa>",
    "TOKEN, of-variable",
    "spaced, value",
  })
  void secretsComeFromTheFileThenTheVariables(String key, String value) {
    Map<String, String> secrets =
        Map.of(
            "direct", "value",
            "hop", "secret://direct",
            "with.dots-and_lines", "dotted",
            "of-variable", "secret://A",
            "nested", "<${secret:hop}+${stage}>",
            "spaced", "  secret:// direct ");
    Interpolated result = resolve("${secret:" + key + "}", secrets);
    assertThat(result.flaws()).isEmpty();
    assertThat(result.text()).isEqualTo(value);
    assertThat(result.secret()).isTrue();
  }

  @Test
  void eightHopsAreFollowedAndNineRefused() {
    Map<String, String> secrets =
        IntStream.range(0, 9)
            .boxed()
            .collect(Collectors.toMap(i -> "s" + i, i -> "secret://s" + (i + 1)));
    secrets.put("s9", "end");
    assertThat(resolve("${secret:s1}", secrets).text()).isEqualTo("end");
    assertThat(resolve("${secret:s0}", secrets).flaws())
        .singleElement()
        .returns("the secret is more than 8 hops away", Interpolated.Flaw::message);
  }

  @Test
  void cyclesAreRefused() {
    Map<String, String> secrets =
        Map.of("a", "secret://b", "b", "secret://c", "c", "x${secret:a}", "me", "secret://me");
    assertThat(resolve("${secret:a}", secrets).flaws())
        .singleElement()
        .returns("the secret leads back to itself: a → b → c → a", Interpolated.Flaw::message);
    assertThat(resolve("${secret:me}", secrets).broken()).isTrue();
  }

  @Test
  void secretsThatMultiplyAreCutOff() {
    Map<String, String> secrets = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      secrets.put("s" + i, ("${secret:s" + (i + 1) + "}").repeat(20));
    }
    secrets.put("s8", "");
    assertThat(resolve("${secret:s0}", secrets).broken()).isTrue();
    secrets.put("s8", "x".repeat(1_000));
    assertThat(resolve("${secret:s0}", secrets).broken()).isTrue();
    assertThat(resolve("x".repeat(100_000), secrets).broken()).isTrue();
  }

  @Test
  void sourcesAreNamed() {
    assertThat(resolve("${env:A}${env:F}${secret:TOKEN}${env:A}", Map.of()).sources())
        .containsExactly("env A", ".env F", "secret TOKEN");
  }
}
