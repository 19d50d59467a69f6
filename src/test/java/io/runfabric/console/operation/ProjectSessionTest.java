package io.runfabric.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSessionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void configure() throws IOException {
    file("runfabric.yml", "service: shop\nprovider:\n  name: aws-lambda\n");
  }

  @Nested
  class Entries {

    @Test
    void recordsOfOtherServicesAreCountedAndLeftOut() throws Exception {
      file(".runfabric/state/shop/dev/aws.state.json", record("shop", "dev", "aws"));
      file(".runfabric/state/billing/dev/aws.state.json", record("billing", "dev", "aws"));
      file(".runfabric/state/billing/prod/aws.state.json", record("billing", "prod", "aws"));

      Listing listing = list(StateFilter.PROJECT);

      assertThat(listing.entries()).extracting(Entry::service).containsExactly("shop");
      assertThat(listing.summary().otherServices()).containsEntry("billing", 2L);
    }

    @Test
    void aReceiptInTheProjectsOwnFolderIsShownWhateverServiceItNames() throws Exception {
      file(".runfabric/dev.json", receipt("old-name", "dev"));

      assertThat(list(StateFilter.PROJECT).entries()).hasSize(1);
    }

    @Test
    void allServicesAreShownOnDemand() throws Exception {
      file(".runfabric/state/billing/dev/aws.state.json", record("billing", "dev", "aws"));

      StateFilter all = new StateFilter(Optional.empty(), Optional.empty(), Optional.empty(), true);

      assertThat(list(all).entries()).hasSize(1);
    }

    @Test
    void filtersNameStageProviderAndService() throws Exception {
      file(".runfabric/dev.json", receipt("shop", "dev"));
      file(".runfabric/prod.json", receipt("shop", "prod"));
      file(".runfabric/state/shop/dev/gcp.state.json", record("shop", "dev", "gcp"));

      assertThat(list(filter("", "dev", "")).entries()).hasSize(2);
      assertThat(list(filter("", "", "gcp")).entries()).hasSize(1);
      assertThat(list(filter("other", "", "")).entries()).isEmpty();
    }

    @Test
    void anUnreadableReceiptPassesEveryFilterOnWhatItDoesNotTell() throws Exception {
      file(".runfabric/dev.json", "{");

      assertThat(list(filter("shop", "dev", "aws-lambda")).entries()).hasSize(1);
      assertThat(list(filter("", "prod", "")).entries()).isEmpty();
    }
  }

  @Nested
  class Interruption {

    @Test
    void anActiveJournalWithoutALockIsInterrupted() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("active"));

      assertThat(onlyJournal().interrupted()).isTrue();
    }

    @Test
    void aLiveLockMeansTheDeployGoesOn() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("rolling_back"));
      file(".runfabric/locks/shop-dev.lock.json", lock("2026-03-01T12:01:00Z"));

      assertThat(onlyJournal().interrupted()).isFalse();
    }

    @Test
    void anUnreadableLockMayBeALiveOne() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("active"));
      file(".runfabric/locks/shop-dev.lock.json", "");

      assertThat(onlyJournal().interrupted()).isFalse();
    }

    @Test
    void aStaleLockOrOneOfAnotherStageIsNoLiveLock() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("active"));
      file(".runfabric/locks/shop-dev.lock.json", lock("2026-03-01T11:59:00Z"));
      file(".runfabric/locks/shop-prod.lock", "2026-03-01T12:00:00Z");

      assertThat(onlyJournal().interrupted()).isTrue();
    }

    @Test
    void whoKeepsTheStageForMaintenanceDoesNotDeployIt() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("active"));
      file(
          ".runfabric/locks/shop-dev.lock.json",
          lock("2026-03-01T12:01:00Z").replace("deploy", "maintenance: mending"));

      assertThat(onlyJournal().interrupted()).isTrue();
    }

    @Test
    void aFinishedJournalIsNot() throws Exception {
      file(".runfabric/journals/shop-dev.journal.json", journal("completed"));

      assertThat(onlyJournal().interrupted()).isFalse();
    }
  }

  @Test
  void aLegacyLockIsAddressedByTheProjectsService() throws Exception {
    file(".runfabric/locks/shop-my-stage.lock", "2026-03-01T12:00:00Z");

    try (ProjectSession session = open()) {
      Lock lock = session.locks(StateFilter.PROJECT, Cancellation.never()).getFirst();
      assertThat(lock.service()).isEqualTo("shop");
      assertThat(lock.stage()).isEqualTo("my-stage");
    }
  }

  @Test
  void aDocumentIsShownRedactedUnlessRevealed() throws Exception {
    file(
        ".runfabric/dev.json",
        receipt("shop", "dev").replace("\"outputs\": {", "\"outputs\": {\"apiKey\": \"canary\","));

    try (ProjectSession session = open()) {
      Entry entry = list(StateFilter.PROJECT).entries().getFirst();
      DocumentView masked =
          DocumentView.receipt(session, entry.ref(), Redactor.masking()).orElseThrow();
      DocumentView revealed =
          DocumentView.receipt(session, entry.ref(), Redactor.revealing()).orElseThrow();

      assertThat(masked.toString()).doesNotContain("canary");
      assertThat(masked.receipt().orElseThrow().outputs()).containsEntry("apiKey", Redactor.MASK);
      assertThat(revealed.text()).contains("canary");
    }
  }

  @Test
  void aDocumentThatDoesNotParseIsShownAsTextWithoutItsSecrets() throws Exception {
    file(".runfabric/dev.json", "{\"version\": 2, \"outputs\": {\"apiKey\": \"canary");

    try (ProjectSession session = open()) {
      Entry entry = list(StateFilter.PROJECT).entries().getFirst();
      DocumentView view =
          DocumentView.receipt(session, entry.ref(), Redactor.masking()).orElseThrow();

      assertThat(view.document()).isEmpty();
      assertThat(view.text()).contains("\"outputs\"").doesNotContain("canary");
      assertThat(view.problem()).startsWith("not valid JSON");
    }
  }

  private record Listing(List<Entry> entries, ListingSummary summary) {}

  private Listing list(StateFilter filter) throws Exception {
    try (ProjectSession session = open()) {
      List<Entry> entries = new ArrayList<>();
      ListingSummary summary =
          session.entries(filter, entries::add, Progress.NONE, Cancellation.never());
      return new Listing(entries, summary);
    }
  }

  private Journal onlyJournal() throws Exception {
    try (ProjectSession session = open()) {
      List<Journal> journals = session.journals(StateFilter.PROJECT, Cancellation.never());
      assertThat(journals).hasSize(1);
      return journals.getFirst();
    }
  }

  private ProjectSession open() throws Exception {
    return ProjectSession.open(
        ProjectRequest.of(folder.resolve("runfabric.yml")),
        new BackendOptions(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), _ -> false));
  }

  private static StateFilter filter(String service, String stage, String provider) {
    return new StateFilter(named(service), named(stage), named(provider), false);
  }

  private static Optional<String> named(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private void file(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String receipt(String service, String stage) {
    return """
    {"version": 2, "service": "%s", "stage": "%s", "provider": "aws-lambda",
     "deploymentId": "d", "outputs": {"url": "https://x"}, "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(service, stage);
  }

  private static String record(String service, String stage, String provider) {
    return """
    {"schemaVersion": 2, "provider": "%s", "service": "%s", "stage": "%s",
     "updatedAt": "2026-03-01T10:00:00.000Z", "lifecycle": "applied"}
    """
        .formatted(provider, service, stage);
  }

  private static String journal(String status) {
    return """
    {"service": "shop", "stage": "dev", "operation": "deploy", "status": "%s", "version": 1}
    """
        .formatted(status);
  }

  private static String lock(String expiresAt) {
    return """
    {"service": "shop", "stage": "dev", "operation": "deploy", "ownerToken": "t", "pid": 7,
     "createdAt": "2026-03-01T11:45:00Z", "expiresAt": "%s"}
    """
        .formatted(expiresAt);
  }
}
