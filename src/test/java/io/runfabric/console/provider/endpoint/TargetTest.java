package io.runfabric.console.provider.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a URL is asked, and which is not.
class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com,https://api.example.com/",
    "HTTPS://Api.Example.com:443/v1,https://api.example.com/v1",
    "http://example.com:8080/a%20b,http://example.com:8080/a%20b",
    "https://example.com./x?key=hidden#part,https://example.com/x",
    "https://example.com?key=hidden/x,https://example.com/",
    "https://[2001:DB8::1]:8443/,https://[2001:db8::1]:8443/",
    "' https://example.com/ ',https://example.com/",
    "https://my_app.example.com/,https://my_app.example.com/"
  })
  void anEndpointIsTheUrlWithoutWhatMayBeSecret(String value, String url) {
    assertThat(Target.of(value)).map(one -> ((Endpoint) one).url()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eu-central-1", "arn:aws:lambda:x", "ftp://example.com", "//a/b"})
  void whatIsNoUrlIsNone(String value) {
    assertThat(Target.of(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@example.com/",
        "https://user@example.com",
        "https://@example.com/",
        "https:///path",
        "https://",
        "https://{id}.example.com/",
        "https://exa mple.com/",
        "https://example.com\\@evil.example/",
        "https://-a.example.com/",
        "https://a..example.com/",
        "https://[fe80::1%25eth0]/",
        "https://example.com:0/",
        "https://example.com:70000/",
        "https://example.com:99999999999/",
        "https://example.com/a b",
        "https://example.com/a\r\nHost: other",
        "https://münchen.example/"
      })
  void whatIsNotAskedSaysWhyAndQuotesNothing(String value) {
    Optional<Target> target = Target.of(value);

    assertThat(target).get().isInstanceOf(Target.Unusable.class);
    assertThat(target.toString()).doesNotContain("hunter2", "example", "evil");
  }

  @Test
  void aNameThatOnlyAPrivateNetworkKnowsIsTold() {
    assertThat(endpoint("http://shop.default.svc.cluster.local/").privateName()).isTrue();
    assertThat(endpoint("http://shop/").privateName()).isTrue();
    assertThat(endpoint("http://localhost./").privateName()).isTrue();
    assertThat(endpoint("https://shop.example.com/").privateName()).isFalse();
    assertThat(endpoint("http://[::1]/").privateName()).isFalse();
  }

  static Endpoint endpoint(String url) {
    return (Endpoint) Target.of(url).orElseThrow();
  }
}
