package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://x", "HTTP://localhost:8080/a?b=c"})
  void webAddressesCanBeOpened(String value) {
    assertThat(Look.of(value)).isEqualTo(Look.ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:eu-central-1:123456789012:function:shop",
        "0f343b0931126a20f133d67c2b018a3b",
        "src/handlers/cart.ts",
        "123456789012",
        "file:///etc/passwd"
      })
  void identifiersAndPathsAreInAFixedWidthFace(String value) {
    assertThat(Look.of(value)).isEqualTo(Look.MONO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eu-west-1",
        "hello",
        "see https://x for more",
        "https://x and more",
        "javascript:alert(1)",
        "internationalization",
        "[REDACTED]"
      })
  void anythingElseIsText(String value) {
    assertThat(Look.of(value)).isEqualTo(Look.TEXT);
  }
}
