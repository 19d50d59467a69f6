package io.runfabric.console.sample;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.sample.SampleProject.SampleWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The state of the sample's first project, `checkout-api`.
record ShopState(SampleDocuments documents) {

  private static final String SERVICE = "checkout-api";
  private static final List<String> FUNCTIONS = List.of("cart", "checkout", "payment-webhook");
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final long NO_PROCESS = 3_999_983;

  void write(SampleWriter to) throws BackendException {
    receipts(to);
    others(to);
    records(to);
    locks(to);
    journals(to);
  }

  private void receipts(SampleWriter to) throws BackendException {
    to.receipt("prod", lambda("prod", Duration.ofDays(6)));
    to.receipt("staging", lambda("staging", Duration.ofHours(31)));
    to.receipt("dev", lambda("dev", Duration.ofMinutes(52)));
    to.receipt("preview-142", lambda("preview-142", Duration.ofDays(19)));
    to.receipt(
        "canary",
        documents.receipt(
            SERVICE,
            "canary",
            "gcp-functions",
            Map.of(
                "region", "europe-west3",
                "url_cart",
                    "https://europe-west3-sample.cloudfunctions.net/checkout-api-canary-cart"),
            Map.of("project", "sample-canary"),
            Duration.ofDays(2)));
    to.receipt(
        "edge",
        documents.receipt(
            SERVICE,
            "edge",
            "cloudflare-workers",
            Map.of("url", "https://checkout-api-edge.sample.workers.dev"),
            Map.of("worker", "checkout-api-edge", "account_id", "0f3c9a"),
            Duration.ofDays(11)));
    String whole = lambda("qa", Duration.ofDays(3));
    to.receipt("qa", whole.substring(0, whole.length() / 3));
    to.receipt(
        "next", lambda("next", Duration.ofDays(1)).replace("\"version\" : 2", "\"version\" : 3"));
  }

  private void others(SampleWriter to) throws BackendException {
    for (String stage : List.of("dev", "prod")) {
      to.row(
          "/srv/projects/billing",
          stage,
          documents.lambdaReceipt(
              "billing", stage, "eu-west-1", List.of("invoice"), Duration.ofDays(9)));
    }
  }

  private void records(SampleWriter to) throws BackendException {
    record(to, 2, "dev", "aws-lambda", "applied", Duration.ofDays(140));
    record(to, 2, "staging", "aws-lambda", "failed", Duration.ofDays(97));
    record(to, 2, "prod", "aws-lambda", "applied", Duration.ofDays(88));
    record(to, 2, "prod", "gcp-functions", "in_progress", Duration.ofDays(87));
    record(to, 1, "demo", "vercel", "", Duration.ofDays(420));
    to.record(
        "billing",
        "prod",
        "aws-lambda",
        documents.record(2, "billing", "prod", "aws-lambda", "applied", Duration.ofDays(90)));
  }

  private void locks(SampleWriter to) throws BackendException {
    to.file(
        ".runfabric/locks/checkout-api-staging.lock.json",
        documents.lock(
            SERVICE,
            "staging",
            "deploy",
            ProcessHandle.current().pid(),
            Duration.ofSeconds(50),
            LEASE));
    to.file(
        ".runfabric/locks/checkout-api-dev.lock.json",
        documents.lock(SERVICE, "dev", "remove", NO_PROCESS, Duration.ofHours(3), LEASE));
    to.beside(
        to.backend().locate(EntryAddress.record(SERVICE, "prod", "gcp-functions")),
        ".lock",
        documents.recordLock(NO_PROCESS, Duration.ofDays(87), Duration.ofSeconds(30)));
  }

  private void journals(SampleWriter to) throws BackendException {
    journal(
        to,
        "prod",
        documents.journal(
            SERVICE,
            "prod",
            "completed",
            Duration.ofDays(6),
            1,
            List.of(step("package", "done"), step("provision", "done"), step("activate", "done")),
            List.of(
                created("create_role", "checkout-api-prod"),
                created("create_lambda", "checkout-api-prod-cart"),
                created("create_lambda", "checkout-api-prod-checkout"),
                created("create_api", "checkout-api-prod"))));
    journal(
        to,
        "staging",
        documents.journal(
            SERVICE,
            "staging",
            "active",
            Duration.ofSeconds(20),
            1,
            List.of(step("package", "done"), step("provision", "running")),
            List.of(created("create_lambda", "checkout-api-staging-cart"))));
    journal(
        to,
        "canary",
        documents.journal(
            SERVICE,
            "canary",
            "rolling_back",
            Duration.ofHours(5),
            2,
            List.of(
                step("package", "done"), step("provision", "failed"), step("rollback", "running")),
            List.of(
                created("create_lambda", "checkout-api-canary-cart"),
                created("create_integration", "checkout-api-canary-cart"),
                created("create_route", "GET /cart"))));
  }

  private void record(
      SampleWriter to, int schema, String stage, String provider, String lifecycle, Duration age)
      throws BackendException {
    to.record(
        SERVICE,
        stage,
        provider,
        documents.record(schema, SERVICE, stage, provider, lifecycle, age));
  }

  private static void journal(SampleWriter to, String stage, String json) throws BackendException {
    to.file(".runfabric/journals/" + SERVICE + "-" + stage + ".journal.json", json);
  }

  private String lambda(String stage, Duration age) {
    return documents.lambdaReceipt(SERVICE, stage, "eu-central-1", FUNCTIONS, age);
  }

  private static Map.Entry<String, String> step(String name, String status) {
    return Map.entry(name, status);
  }

  private static Map.Entry<String, String> created(String type, String resource) {
    return Map.entry(type, resource);
  }
}
