package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.provider.endpoint.Endpoint;
import io.runfabric.console.provider.endpoint.Probed;
import io.runfabric.console.provider.endpoint.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each answer comes to, word for word.
class EndpointJudgementTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Endpoint PUBLIC = new Endpoint(true, "api.example.com", 443, "/");
  private static final Endpoint PRIVATE = new Endpoint(false, "shop.internal", 80, "/");
  private static final String SEEN =
      "8.8.8.8: name 1 ms, connection 2 ms, TLS 3 ms, first byte 4 ms";
  private static final String PLACE = " | receipt dev | dev | outputs.url | ";

  private final Findings findings = new Findings();

  @Test
  void anAnswerIsKeptWithAllThatWasSeen() {
    Instant expires = NOW.plus(Duration.ofDays(99));

    tell(PUBLIC, answer(200, Optional.of(expires), Optional.of("www.example.com")), true);

    assertThat(findings.endpoints())
        .containsExactly(
            new DriftReport.Endpoint(
                "receipt dev",
                "outputs.url",
                "https://api.example.com/",
                Optional.of("8.8.8.8"),
                Optional.of(200),
                Optional.of(10L),
                Optional.of(expires),
                Optional.of("www.example.com")));
    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500", "503", "599"})
  void aFailureIsAWarning(int status) {
    tell(PUBLIC, answer(status, Optional.empty(), Optional.empty()), true);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning endpoints status"
                + PLACE
                + "https://api.example.com/ | HTTP "
                + status
                + " | the endpoint answers that it failed | "
                + SEEN
                + " | none | ");
  }

  @ParameterizedTest
  @CsvSource({"404", "410"})
  void nothingAtTheUrlIsGoodToKnow(int status) {
    tell(PUBLIC, answer(status, Optional.empty(), Optional.empty()), true);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "info endpoints status"
                + PLACE
                + "https://api.example.com/ | HTTP "
                + status
                + " | there is nothing at the URL itself; an API need not have a root | "
                + SEEN
                + " | none | ");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 401, 403, 405, 409, 411, 429, 499})
  void everyOtherAnswerIsFine(int status) {
    tell(PUBLIC, answer(status, Optional.empty(), Optional.empty()), true);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aCertificateOfLessThanTwoWeeksIsAWarningBesideWhatElseIsFound() {
    tell(
        PUBLIC,
        answer(500, Optional.of(NOW.plus(Duration.ofDays(14)).minusSeconds(1)), Optional.empty()),
        true);

    assertThat(SampleDeployed.told(findings))
        .hasSize(2)
        .startsWith(
            "warning endpoints tls-expiry"
                + PLACE
                + "a certificate for 14 days and more at https://api.example.com/ | one until"
                + " 2026-03-15 | the endpoint's certificate expires on 2026-03-15 | "
                + SEEN
                + " | none | ");
  }

  @Test
  void aCertificateOfExactlyTwoWeeksIsFine() {
    tell(PUBLIC, answer(200, Optional.of(NOW.plus(Duration.ofDays(14))), Optional.empty()), true);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void silenceIsCriticalAndKeptWithTheAddress() {
    tell(PUBLIC, new Probed.Silent("8.8.8.8", "the connection is refused"), true);

    assertThat(findings.endpoints()).containsExactly(unanswered(Optional.of("8.8.8.8")));
    assertThat(findings.found()).hasSize(1);
    assertThat(findings.found().getFirst().gravity()).isEqualTo(Gravity.CRITICAL);
    assertThat(findings.found().getFirst().sentence()).isEqualTo("nothing answers at the endpoint");
    assertThat(findings.found().getFirst().evidence()).isEqualTo("asked at 8.8.8.8");
  }

  @Test
  void aCertificateNotToBeTrustedIsCriticalAndKeptWithTheAddress() {
    tell(PUBLIC, new Probed.Untrusted("8.8.8.8", "its certificate has expired"), true);

    assertThat(findings.endpoints()).containsExactly(unanswered(Optional.of("8.8.8.8")));
    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "critical endpoints tls"
                + PLACE
                + "a certificate to be trusted at https://api.example.com/ | its certificate has"
                + " expired | callers cannot trust the endpoint: its certificate has expired"
                + " | asked at 8.8.8.8 | none | ");
  }

  @Test
  void aNameThatDoesNotExistIsCriticalAndHasNoAddress() {
    tell(PUBLIC, new Probed.NoSuchName(), true);

    assertThat(findings.endpoints()).containsExactly(unanswered(Optional.empty()));
    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "critical endpoints dns"
                + PLACE
                + "https://api.example.com/ | no such name | the endpoint's name does not exist:"
                + " what it stood for was deleted | other names could be looked up | none"
                + " | runfabric deploy --stage dev");
  }

  @Test
  void whatProvesNothingIsNotChecked() {
    tell(PUBLIC, new Probed.NoSuchName(), false);
    tell(PRIVATE, new Probed.NoSuchName(), true);
    tell(PUBLIC, new Probed.NotPublic("a private"), true);
    tell(PUBLIC, new Probed.Unclear("its name could not be looked up"), true);

    String start = "endpoints: outputs.url of receipt dev: ";
    assertThat(SampleDeployed.open(findings))
        .isEqualTo(
            List.of(
                start + "no name could be looked up: maybe this machine has no network",
                start + "its name is one that only a private network knows",
                start + "it is at a private address, which takes --allow-private to be asked",
                start + "its name could not be looked up"));
    assertThat(findings.found()).isEmpty();
    assertThat(findings.endpoints()).isEmpty();
  }

  private static DriftReport.Endpoint unanswered(Optional<String> address) {
    return new DriftReport.Endpoint(
        "receipt dev",
        "outputs.url",
        "https://api.example.com/",
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Probed answer(
      int status, Optional<Instant> expires, Optional<String> redirectsTo) {
    return new Probed.Answered("8.8.8.8", status, new Timings(1, 2, 3, 4), expires, redirectsTo);
  }

  private void tell(Endpoint endpoint, Probed found, boolean namesAreKnown) {
    new EndpointJudgement(endpoint, found, namesAreKnown, NOW)
        .tell(
            new EndpointPlace(
                SampleDeployed.receipt("dev", Map.of()), "outputs.url", endpoint.url()),
            findings);
  }
}
