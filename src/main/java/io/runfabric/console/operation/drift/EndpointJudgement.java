package io.runfabric.console.operation.drift;

import io.runfabric.console.provider.endpoint.Endpoint;
import io.runfabric.console.provider.endpoint.Probed;
import io.runfabric.console.provider.endpoint.Probed.Answered;
import io.runfabric.console.provider.endpoint.Probed.NoSuchName;
import io.runfabric.console.provider.endpoint.Probed.NotPublic;
import io.runfabric.console.provider.endpoint.Probed.Silent;
import io.runfabric.console.provider.endpoint.Probed.Unclear;
import io.runfabric.console.provider.endpoint.Probed.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a look at an endpoint comes to, told for each place that names it.
///
/// @param namesAreKnown whether any name could be looked up in this run
record EndpointJudgement(Endpoint endpoint, Probed found, boolean namesAreKnown, Instant now) {

  private static final Duration SOON = Duration.ofDays(14);
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int FIRST_FAILURE = 500;

  void tell(EndpointPlace place, Findings findings) {
    switch (found) {
      case NotPublic other ->
          notChecked(
              place,
              "it is at " + other.kind() + " address, which takes --allow-private to be asked",
              findings);
      case Unclear unclear -> notChecked(place, unclear.reason(), findings);
      case NoSuchName _ -> noSuchName(place, findings);
      case Silent silent -> {
        findings.asked(asked(place, Optional.of(silent.address())));
        findings.add(
            place
                .finding(
                    "no-answer",
                    Gravity.CRITICAL,
                    place.url(),
                    silent.reason(),
                    "nothing answers at the endpoint",
                    "")
                .withEvidence("asked at " + silent.address()));
      }
      case Untrusted untrusted -> {
        findings.asked(asked(place, Optional.of(untrusted.address())));
        findings.add(
            place
                .finding(
                    "tls",
                    Gravity.CRITICAL,
                    "a certificate to be trusted at " + place.url(),
                    untrusted.reason(),
                    "callers cannot trust the endpoint: " + untrusted.reason(),
                    "")
                .withEvidence("asked at " + untrusted.address()));
      }
      case Answered answer -> answered(place, answer, findings);
    }
  }

  private void noSuchName(EndpointPlace place, Findings findings) {
    if (!namesAreKnown) {
      notChecked(place, "no name could be looked up: maybe this machine has no network", findings);
    } else if (endpoint.privateName()) {
      notChecked(place, "its name is one that only a private network knows", findings);
    } else {
      findings.asked(asked(place, Optional.empty()));
      findings.add(
          place
              .finding(
                  "dns",
                  Gravity.CRITICAL,
                  place.url(),
                  "no such name",
                  "the endpoint's name does not exist: what it stood for was deleted",
                  DriftFinding.engine("deploy", place.deployed().entry().stage()))
              .withEvidence("other names could be looked up"));
    }
  }

  private void answered(EndpointPlace place, Answered answer, Findings findings) {
    findings.asked(
        new DriftReport.Endpoint(
            place.deployed().name(),
            place.path(),
            place.url(),
            Optional.of(answer.address()),
            Optional.of(answer.status()),
            Optional.of(answer.timings().total()),
            answer.tlsExpires(),
            answer.redirectsTo()));
    String seen = answer.address() + ": " + answer.timings().sentence();
    answer
        .tlsExpires()
        .filter(expires -> expires.isBefore(now.plus(SOON)))
        .ifPresent(expires -> {
          LocalDate day = expires.atZone(ZoneOffset.UTC).toLocalDate();
          findings.add(
              place
                  .finding(
                      "tls-expiry",
                      Gravity.WARNING,
                      "a certificate for " + SOON.toDays() + " days and more at " + place.url(),
                      "one until " + day,
                      "the endpoint's certificate expires on " + day,
                      "")
                  .withEvidence(seen));
        });
    int status = answer.status();
    if (status >= FIRST_FAILURE) {
      findings.add(
          status(place, Gravity.WARNING, status, "the endpoint answers that it failed", seen));
    } else if (status == NOT_FOUND || status == GONE) {
      findings.add(
          status(
              place,
              Gravity.INFO,
              status,
              "there is nothing at the URL itself; an API need not have a root",
              seen));
    }
  }

  private static DriftFinding status(
      EndpointPlace place, Gravity gravity, int status, String sentence, String seen) {
    return place
        .finding("status", gravity, place.url(), "HTTP " + status, sentence, "")
        .withEvidence(seen);
  }

  private static DriftReport.Endpoint asked(EndpointPlace place, Optional<String> address) {
    return new DriftReport.Endpoint(
        place.deployed().name(),
        place.path(),
        place.url(),
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void notChecked(EndpointPlace place, String reason, Findings findings) {
    findings.notChecked(Against.ENDPOINTS, place.name(), reason);
  }
}
