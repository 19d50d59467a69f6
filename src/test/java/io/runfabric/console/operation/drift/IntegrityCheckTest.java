package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.StateRecord;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.recover.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntegrityCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String NO_STEP = " |  | none | ";

  private final Findings findings = new Findings();

  @Test
  void whatAgreesWithItselfIsFine() {
    look(SampleDeployed.receipt("dev", Map.of()));
    look(SampleDeployed.of(SampleDeployed.record("dev", "applied", "")));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void everyFieldThatAReceiptLacksIsTold() {
    Receipt nothing = new Receipt("", "", "", "", Map.of(), List.of(), Map.of(), List.of(), "");

    look(
        new Deployed(
            SampleDeployed.entry(EntryKind.RECEIPT, "", "dev", "", ""),
            Optional.of(nothing),
            Optional.empty()));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            lacks("receipt dev", "service"),
            lacks("receipt dev", "stage"),
            lacks("receipt dev", "provider"),
            lacks("receipt dev", "deploymentId"),
            lacks("receipt dev", "updatedAt"));
  }

  @Test
  void everyFieldThatARecordLacksIsTold() {
    look(
        new Deployed(
            SampleDeployed.entry(EntryKind.RECORD, "shop", "dev", "aws", ""),
            Optional.empty(),
            Optional.of(record("", "", "", "", "applied"))));

    assertThat(SampleDeployed.told(findings))
        .containsExactlyInAnyOrder(
            lacks("record shop/dev/aws", "service"),
            lacks("record shop/dev/aws", "stage"),
            lacks("record shop/dev/aws", "provider"),
            lacks("record shop/dev/aws", "updatedAt"));
  }

  @Test
  void aReceiptThatSaysAnotherStageOrServiceIsCritical() {
    Receipt other =
        new Receipt(
            "other",
            "qa",
            "aws-lambda",
            "d-1",
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            SampleDeployed.TIME);

    look(
        new Deployed(
            SampleDeployed.entry(EntryKind.RECEIPT, "other", "dev", "aws-lambda", ""),
            Optional.of(other),
            Optional.empty()));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            says("receipt dev", "stage", "dev", "qa"),
            says("receipt dev", "service", "shop", "other"));
  }

  @Test
  void aRecordThatSaysAnotherAddressIsCritical() {
    look(
        new Deployed(
            SampleDeployed.entry(EntryKind.RECORD, "shop", "dev", "aws", ""),
            Optional.empty(),
            Optional.of(record("gcp", "other", "qa", SampleDeployed.TIME, "applied"))));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            says("record shop/dev/aws", "stage", "dev", "qa"),
            says("record shop/dev/aws", "service", "shop", "other"),
            says("record shop/dev/aws", "provider", "aws", "gcp"));
  }

  @Test
  void aKeyThatTellsNothingAgreesWithEverything() {
    look(
        new Deployed(
            SampleDeployed.entry(EntryKind.RECORD, "", "", "", ""),
            Optional.empty(),
            Optional.of(record("gcp", "other", "qa", SampleDeployed.TIME, "applied"))));

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aDeployThatIsRecordedAsFailedIsAWarning() {
    look(SampleDeployed.of(SampleDeployed.record("dev", "failed", "")));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning integrity lifecycle | record shop/dev/aws-lambda | dev | lifecycle | applied"
                + " | failed | the last deploy is recorded as failed"
                + NO_STEP);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, time, an RFC 3339 time, nobody can tell when it was deployed",
    "2026-03-01T12:05:01Z, future, a time that has passed,"
        + " it was deployed in the future: a clock is wrong"
  })
  void aTimeThatCannotBeIsAWarning(String time, String rule, String expected, String sentence) {
    look(written(time));

    assertThat(SampleDeployed.told(findings))
        .containsExactly(
            "warning integrity "
                + String.join(
                    " | ", rule, "receipt dev", "dev", "updatedAt", expected, time, sentence)
                + NO_STEP);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01T12:05:00Z", "2020-01-01T00:00:00Z", "''"})
  void aTimeThatHasPassedOrNearlyIsFine(String time) {
    look(written(time));

    assertThat(findings.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UNREADABLE_ENTRY, RESTORE, unreadable-entry",
    "ORPHANED_WORKSPACE, REKEY, orphaned-workspace",
    "ATTEMPTS_EXHAUSTED, ARCHIVE, attempts-exhausted",
    "JOURNAL_CONFLICT, ARCHIVE, journal-conflict",
    "UNREADABLE_JOURNAL, ARCHIVE, unreadable-journal",
    "INTERRUPTED_DEPLOY, RECOVER, interrupted-deploy",
    "RECEIPT_WITHOUT_ARTIFACTS, RECOVER, receipt-without-artifacts"
  })
  void whatTheRunbookKnowsIsToldWithWhatMendsIt(Situation.Kind kind, Mend mend, String rule) {
    assertThat(of(situation(kind, Urgency.CRITICAL, "dev")))
        .isEqualTo(
            "critical integrity "
                + rule
                + " | journal 1 | dev |  |  |  | it means this | one; two | "
                + mend.word()
                + " | runfabric-console recover-dry-run --stage dev");
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void whatIsOfNoStageIsLookedAtInAll(Urgency urgency) {
    assertThat(of(situation(Situation.Kind.STALE_LOCK, urgency, "")))
        .isEqualTo(
            switch (urgency) {
                  case NOTE -> "info";
                  case WARNING -> "warning";
                  case CRITICAL -> "critical";
                }
                + " integrity stale-lock | journal 1 |  |  |  |  | it means this | one; two"
                + " | recover | runfabric-console recover-dry-run");
  }

  private static String of(Situation situation) {
    return SampleDeployed.told(IntegrityCheck.of(List.of(situation)).getFirst());
  }

  private static Situation situation(Situation.Kind kind, Urgency urgency, String stage) {
    return new Situation(
        kind,
        urgency,
        "shop",
        stage,
        "journal 1",
        "it means this",
        List.of("one", "two"),
        List.of());
  }

  private static String lacks(String entry, String field) {
    return "warning integrity missing-field | %s | dev | %s | a value | nothing | the document has"
            .formatted(entry, field)
        + " no `"
        + field
        + "`"
        + NO_STEP;
  }

  private static String says(String entry, String field, String expected, String actual) {
    return "critical integrity key | %s | dev | %s | %s | %s | the document says another %s than"
            .formatted(entry, field, expected, actual, field)
        + " the place where it lies"
        + NO_STEP;
  }

  private static StateRecord record(
      String provider, String service, String stage, String updatedAt, String lifecycle) {
    return new StateRecord(
        2,
        provider,
        service,
        stage,
        updatedAt,
        lifecycle,
        "",
        Map.of(),
        Map.of(),
        Map.of(),
        Json.MAPPER.createObjectNode());
  }

  private static Deployed written(String time) {
    Entry entry = SampleDeployed.entry(EntryKind.RECEIPT, "shop", "dev", "aws-lambda", time);
    return new Deployed(entry, SampleDeployed.receipt("dev", Map.of()).receipt(), Optional.empty());
  }

  private void look(Deployed deployed) {
    new IntegrityCheck("shop", NOW).look(deployed, findings);
  }
}
