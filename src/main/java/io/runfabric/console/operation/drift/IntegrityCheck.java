package io.runfabric.console.operation.drift;

import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.recover.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state with itself: required fields, keys, times. What the runbook knows (documents that do
/// not load, interrupted deploys, rows under another id) is told in its words.
///
/// @param service the project's
record IntegrityCheck(String service, Instant now) implements Check {

  /// Clocks of several machines differ this much without anything being wrong.
  private static final Duration SKEW = Duration.ofMinutes(5);

  @Override
  public void look(Deployed deployed, Findings findings) {
    deployed.receipt().ifPresent(receipt -> receipt(deployed, receipt, findings));
    deployed.record().ifPresent(record -> record(deployed, record, findings));
    time(deployed, findings);
  }

  private void receipt(Deployed deployed, Receipt receipt, Findings findings) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("service", receipt.service());
    fields.put("stage", receipt.stage());
    fields.put("provider", receipt.provider());
    fields.put("deploymentId", receipt.deploymentId());
    fields.put("updatedAt", receipt.updatedAt());
    missing(deployed, fields, findings);
    agrees(deployed, "stage", deployed.entry().stage(), receipt.stage(), findings);
    if (!receipt.service().isEmpty()) {
      agrees(deployed, "service", service, receipt.service(), findings);
    }
  }

  private static void record(Deployed deployed, StateRecord record, Findings findings) {
    missing(
        deployed,
        Map.of(
            "service", record.service(),
            "stage", record.stage(),
            "provider", record.provider(),
            "updatedAt", record.updatedAt()),
        findings);
    agrees(deployed, "stage", deployed.entry().stage(), record.stage(), findings);
    agrees(deployed, "service", deployed.entry().service(), record.service(), findings);
    agrees(deployed, "provider", deployed.entry().provider(), record.provider(), findings);
    if (record.lifecycle().equals("failed")) {
      findings.add(
          finding(
              deployed,
              "lifecycle",
              Gravity.WARNING,
              "lifecycle",
              "applied",
              "failed",
              "the last deploy is recorded as failed"));
    }
  }

  private static void missing(Deployed deployed, Map<String, String> fields, Findings findings) {
    fields.forEach((field, value) -> {
      if (value.isEmpty()) {
        findings.add(
            finding(
                deployed,
                "missing-field",
                Gravity.WARNING,
                field,
                "a value",
                "nothing",
                "the document has no `" + field + "`"));
      }
    });
  }

  private static void agrees(
      Deployed deployed, String field, String expected, String actual, Findings findings) {
    if (!expected.isEmpty() && !actual.isEmpty() && !actual.equals(expected)) {
      findings.add(
          finding(
              deployed,
              "key",
              Gravity.CRITICAL,
              field,
              expected,
              actual,
              "the document says another " + field + " than the place where it lies"));
    }
  }

  private void time(Deployed deployed, Findings findings) {
    String written = deployed.entry().updatedAt();
    if (written.isEmpty()) {
      return;
    }
    Optional<Instant> time = Timestamps.parse(written);
    if (time.isEmpty()) {
      findings.add(
          finding(
              deployed,
              "time",
              Gravity.WARNING,
              "updatedAt",
              "an RFC 3339 time",
              written,
              "nobody can tell when it was deployed"));
    } else if (time.get().isAfter(now.plus(SKEW))) {
      findings.add(
          finding(
              deployed,
              "future",
              Gravity.WARNING,
              "updatedAt",
              "a time that has passed",
              written,
              "it was deployed in the future: a clock is wrong"));
    }
  }

  private static DriftFinding finding(
      Deployed deployed,
      String rule,
      Gravity gravity,
      String path,
      String expected,
      String actual,
      String sentence) {
    return deployed.finding(Against.INTEGRITY, rule, gravity, path, expected, actual, sentence, "");
  }

  /// What the runbook says, as findings.
  static List<DriftFinding> of(List<Situation> situations) {
    return situations.stream().map(IntegrityCheck::finding).toList();
  }

  private static DriftFinding finding(Situation situation) {
    String stage = situation.stage();
    return new DriftFinding(
            Against.INTEGRITY,
            situation.kind().word(),
            gravity(situation.urgency()),
            situation.subject(),
            stage,
            "",
            "",
            "",
            situation.meaning(),
            "")
        .withEvidence(String.join("; ", situation.evidence()))
        .mending(
            mend(situation.kind()),
            stage.isEmpty()
                ? DriftFinding.console("recover-dry-run")
                : DriftFinding.console("recover-dry-run", "--stage", stage));
  }

  // The runbook says what to look at first; this is what it comes to.
  private static Mend mend(Situation.Kind kind) {
    return switch (kind) {
      case UNREADABLE_ENTRY -> Mend.RESTORE;
      case ORPHANED_WORKSPACE -> Mend.REKEY;
      case ATTEMPTS_EXHAUSTED, JOURNAL_CONFLICT, UNREADABLE_JOURNAL -> Mend.ARCHIVE;
      case INTERRUPTED_DEPLOY,
          CHECKSUM_DIFFERS,
          STALE_LOCK,
          UNREADABLE_LOCK,
          LOCK_WITHOUT_JOURNAL,
          MISSING_RECEIPT,
          RECEIPT_WITHOUT_ARTIFACTS ->
          Mend.RECOVER;
    };
  }

  private static Gravity gravity(Urgency urgency) {
    return switch (urgency) {
      case NOTE -> Gravity.INFO;
      case WARNING -> Gravity.WARNING;
      case CRITICAL -> Gravity.CRITICAL;
    };
  }
}
