package io.runfabric.console.operation.recover;

import static io.runfabric.console.operation.recover.RecoverProject.NOW;
import static io.runfabric.console.operation.recover.RecoverProject.journalText;
import static io.runfabric.console.operation.recover.RecoverProject.lockText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.recover.Archiving.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingTest {

  private static final String JOURNAL = journalText("dev", "active", 4, 3) + "  \n";

  @TempDir private Path folder;
  private RecoverProject project;
  private Path journal;
  private Path archive;

  @BeforeEach
  void aJournal() throws IOException {
    project = new RecoverProject(folder).journal("dev", JOURNAL);
    journal = folder.resolve(".runfabric/journals/shop-dev.journal.json");
    archive =
        folder.resolve(".runfabric/journal-archive/shop-dev-" + NOW.getEpochSecond() + ".json");
  }

  @Test
  void theJournalGoesToTheArchiveByteForByte() throws Exception {
    DocumentRef archived = archive(_ -> {});

    assertThat(archived.key()).isEqualTo(folder.relativize(archive).toString());
    assertThat(archive).hasContent(JOURNAL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThat(journal).doesNotExist();
    assertThat(folder.resolve(".runfabric/locks/shop-dev.lock.json")).doesNotExist();
  }

  @Test
  void itIsLockedBeforeAndCopiedBeforeItIsRemoved() throws Exception {
    List<String> seen = new ArrayList<>();

    archive(step ->
        seen.add(
            step
                + " lock "
                + Files.exists(folder.resolve(".runfabric/locks/shop-dev.lock.json"))
                + " archive "
                + Files.exists(archive)
                + " journal "
                + Files.exists(journal)));

    assertThat(seen)
        .containsExactly(
            "LOCKED lock true archive false journal true",
            "COPIED lock true archive true journal true",
            "REMOVED lock true archive true journal false");
  }

  @Test
  void aRunThatStoppedAfterTheCopyIsFinishedWithoutASecondOne() throws Exception {
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () ->
                    archive(step -> {
                      if (step == Step.COPIED) {
                        throw new CancellationException("stopped");
                      }
                    })))
        .isNotNull();
    assertThat(journal).hasContent(JOURNAL);

    archive(_ -> {});

    assertThat(archives()).containsExactly(archive.getFileName().toString());
    assertThat(archive).hasContent(JOURNAL);
    assertThat(journal).doesNotExist();
  }

  @Test
  void anotherArchiveOfThatSecondIsKept() throws Exception {
    Files.createDirectories(archive.getParent());
    Files.writeString(archive, "of an earlier deploy");
    Files.writeString(archive.resolveSibling("shop-dev-eu-1.json"), JOURNAL);

    DocumentRef archived = archive(_ -> {});

    assertThat(archive).hasContent("of an earlier deploy");
    assertThat(folder.resolve(archived.key())).hasContent(JOURNAL);
    assertThat(archives()).hasSize(3);
  }

  @Test
  void aJournalThatChangedSinceItWasShownIsUntouched() throws Exception {
    try (ProjectSession session = project.open()) {
      Archiving shown = plan(session);
      project.journal("dev", journalText("dev", "active", 5, 3));

      BackendException refused =
          catchThrowableOfType(BackendException.class, () -> run(shown, session, _ -> {}));

      assertThat(refused.code()).isEqualTo(Code.CONFLICT);
      assertThat(journal).hasContent(journalText("dev", "active", 5, 3));
      assertThat(archive).doesNotExist();
    }
  }

  @Test
  void aJournalThatChangesWhileItIsCopiedStaysAndItsOldBytesToo() {
    BackendException refused =
        catchThrowableOfType(
            BackendException.class,
            () ->
                archive(step -> {
                  if (step == Step.COPIED) {
                    write(journal, "another deploy");
                  }
                }));

    assertThat(refused.code()).isEqualTo(Code.CONFLICT);
    assertThat(refused.sentence()).contains(archive.getFileName().toString());
    assertThat(journal).hasContent("another deploy");
    assertThat(archive).hasContent(JOURNAL);
  }

  @Test
  void aStageThatSomebodyWorksOnIsLeftAlone() throws Exception {
    project.lock("dev", "2026-03-01T12:10:00Z");

    BackendException refused = catchThrowableOfType(BackendException.class, () -> archive(_ -> {}));

    assertThat(refused.code()).isEqualTo(Code.LOCKED);
    assertThat(journal).hasContent(JOURNAL);
    assertThat(archive).doesNotExist();
  }

  @Test
  void aJournalThatDoesNotLoadIsSetAsideToo() throws Exception {
    project.journal("dev", "{ \"service\": ");

    archive(_ -> {});

    assertThat(archive).hasContent("{ \"service\": ");
    assertThat(journal).doesNotExist();
  }

  @Test
  void aJournalInABucketIsArchivedThere() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    project
        .config("service: shop\nbackend:\n  kind: s3\n  s3Bucket: " + bucket + "\n")
        .environment(server.environment());
    Files.delete(journal);
    server.put(bucket, "runfabric/state/journals/shop-dev.journal.json", JOURNAL);

    DocumentRef archived = archive(_ -> {});

    assertThat(archived)
        .isEqualTo(
            new DocumentRef(
                "s3",
                "runfabric/state/journal-archive/shop-dev-" + NOW.getEpochSecond() + ".json"));
    assertThat(server.everything(bucket))
        .noneMatch(key -> key.contains("journals/") || key.contains("locks/"))
        .anyMatch(key -> key.contains("journal-archive/"));
    try (ProjectSession session = project.open()) {
      assertThat(
              new String(
                  session.read(archived).orElseThrow().content(),
                  java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(JOURNAL);
    }
  }

  @Test
  void aLockWhoseLeaseHasEndedIsTakenOverOnlyWhenThePlanSaidSo() throws Exception {
    project.lock("dev", "2026-03-01T11:00:00Z");
    try (ProjectSession session = project.open()) {
      Journal shown = session.journals(StateFilter.PROJECT, Cancellation.never()).getFirst();
      BackendException refused =
          catchThrowableOfType(
              BackendException.class,
              () -> run(Archiving.of(shown, session, false), session, _ -> {}));
      assertThat(refused.code()).isEqualTo(Code.LOCKED);
      assertThat(folder.resolve(".runfabric/locks/shop-dev.lock.json"))
          .hasContent(lockText("dev", "2026-03-01T11:00:00Z"));

      run(Archiving.of(shown, session, true), session, _ -> {});

      assertThat(archive).hasContent(JOURNAL);
    }
  }

  private DocumentRef archive(Consumer<Step> steps) throws Exception {
    try (ProjectSession session = project.open()) {
      return run(plan(session), session, steps);
    }
  }

  private static Archiving plan(ProjectSession session) throws BackendException {
    Journal found = session.journals(StateFilter.PROJECT, Cancellation.never()).getFirst();
    return Archiving.of(found, session, false);
  }

  private static DocumentRef run(Archiving plan, ProjectSession session, Consumer<Step> steps)
      throws BackendException {
    return plan.run(
        session,
        steps,
        Cancellation.never(),
        e -> {
          throw new AssertionError(e);
        });
  }

  private List<String> archives() throws IOException {
    try (var files = Files.list(archive.resolveSibling(""))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
