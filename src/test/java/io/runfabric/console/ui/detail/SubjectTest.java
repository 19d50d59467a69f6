package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.detail.Subject.Tag;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.style.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Nested
  class OfEntries {

    @Test
    void aReceiptIsCalledByItsStage() throws Exception {
      folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));

      assertThat(entry())
          .returns("dev", Subject::title)
          .returns("Receipt · shop · aws-lambda", Subject::subtitle);
      assertThat(entry().tags()).isEmpty();
    }

    @Test
    void whatAnUnreadableOneDoesNotTellIsLeftOut() throws Exception {
      folder.file(".runfabric/dev.json", "{");

      assertThat(entry()).returns("Receipt", Subject::subtitle);
      assertThat(entry().tags()).containsExactly(new Tag("unreadable", Tone.DANGER));
    }

    @Test
    void aRecordSaysHowItsLastDeployWent() throws Exception {
      String key = ".runfabric/state/shop/dev/aws.state.json";
      folder.file(key, record("failed"));
      assertThat(entry()).returns("State record · shop · aws", Subject::subtitle);
      assertThat(entry().tags()).containsExactly(new Tag("failed", Tone.DANGER));

      folder.file(key, record("in_progress"));
      assertThat(entry().tags()).containsExactly(new Tag("in progress", Tone.ACCENT));

      folder.file(key, record("applied"));
      assertThat(entry().tags()).isEmpty();
    }

    @Test
    void aDocumentThatIsGoneIsNothing() throws Exception {
      folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
      Subject.Stored subject = entry();
      try (ProjectSession session = folder.open()) {
        assertThat(subject.read(session, Redactor.masking())).isPresent();
        Files.delete(folder.path(".runfabric/dev.json"));

        assertThat(subject.read(session, Redactor.masking())).isEmpty();
      }
    }

    private Subject.Stored entry() throws Exception {
      return new Subject.OfEntry(folder.entries().getFirst());
    }

    private String record(String lifecycle) {
      return """
      {"schemaVersion": 2, "provider": "aws", "service": "shop", "stage": "dev",
       "updatedAt": "2026-03-01T10:00:00.000Z", "lifecycle": "%s"}
      """
          .formatted(lifecycle);
    }
  }

  @Nested
  class OfLocks {

    private static final String KEY = ".runfabric/locks/shop-dev.lock.json";

    @Test
    void aLockIsTaggedByItsState() throws Exception {
      folder.file(KEY, ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));
      assertThat(lock()).returns("dev", Subject::title).returns("Lock · shop", Subject::subtitle);
      assertThat(lock().tags()).containsExactly(new Tag("held", Tone.ACCENT));

      folder.file(KEY, ProjectFolder.lock("dev", "2026-03-01T11:00:00Z"));
      assertThat(lock().tags()).containsExactly(new Tag("stale", Tone.WARNING));

      folder.file(KEY, "");
      assertThat(lock().tags()).containsExactly(new Tag("unreadable", Tone.DANGER));
    }

    private Subject lock() throws Exception {
      return new Subject.OfLock(folder.locks().getFirst(), List.of());
    }
  }

  @Nested
  class OfJournals {

    private static final String KEY = ".runfabric/journals/shop-dev.journal.json";

    @Test
    void aJournalIsTaggedByItsStatusOrWorse() throws Exception {
      folder.file(KEY, ProjectFolder.journal("dev", "rolled_back"));
      assertThat(journal())
          .returns("dev", Subject::title)
          .returns("Journal · shop · deploy", Subject::subtitle);
      assertThat(journal().tags()).containsExactly(new Tag("rolled back", Tone.NEUTRAL));

      folder.file(KEY, ProjectFolder.journal("dev", "active"));
      assertThat(journal().tags()).containsExactly(new Tag("interrupted", Tone.DANGER));

      folder.file(KEY, "x");
      assertThat(journal().tags()).containsExactly(new Tag("unreadable", Tone.DANGER));
    }

    @Test
    void aJournalWithoutAStatusHasNoTag() throws Exception {
      folder.file(KEY, ProjectFolder.journal("dev", ""));

      assertThat(journal().tags()).isEmpty();
    }

    private Subject journal() throws Exception {
      return new Subject.OfJournal(folder.journals().getFirst(), List.of());
    }
  }
}
