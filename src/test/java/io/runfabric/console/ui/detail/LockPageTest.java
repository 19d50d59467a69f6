package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.project.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockPageTest {

  private static final String LATER = "2026-03-01T12:10:00Z";
  private static final String EARLIER = "2026-03-01T11:59:00Z";

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Test
  void aHeldLockTellsItsHolderAndItsLease() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", LATER));

    assertThat(lines(Redactor.masking(), true))
        .startsWith(
            "# Holder",
            "Holder = pid:7 (MONO)",
            "Process = Running on this machine (TEXT)",
            "Operation = deploy (TEXT)",
            "Owner token = [REDACTED] (MONO)",
            "# Lease",
            "Taken = 2026-03-01T11:45:00Z (TIME)",
            "Last heartbeat = 2026-03-01T11:50:00Z (TIME)",
            "Ends = " + LATER + " (TIME)",
            "# Stored",
            "Key = .runfabric/locks/shop-dev.lock.json (MONO)",
            "Store = local (TEXT)",
            "Written by = Engine 2 (TEXT)");
  }

  @Test
  void theTokenIsShownOnDemand() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", LATER));

    assertThat(lines(Redactor.revealing(), true)).contains("Owner token = canary (MONO)");
  }

  @Test
  void aHolderThatDoesNotRunHereIsAWarning() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", LATER));

    assertThat(lines(Redactor.masking(), false))
        .contains("Process = Not running on this machine (TEXT)")
        .first()
        .asString()
        .startsWith("! WARNING The holder does not run on this machine.");
  }

  @Test
  void aStaleLockMayBeTakenOver() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", EARLIER));

    assertThat(lines(Redactor.masking(), false))
        .first()
        .asString()
        .startsWith("! WARNING The lease has ended");
    assertThat(lines(Redactor.masking(), false))
        .noneMatch(line -> line.contains("can be released"));
  }

  @Test
  void anUnreadableLockBlocksAndSaysWhyOnce() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", "");

    List<String> lines = lines(Redactor.masking(), false);

    assertThat(lines)
        .first()
        .isEqualTo(
            "! DANGER This lock does not load and blocks every deploy of the stage: the document is"
                + " empty.");
    assertThat(lines).filteredOn(line -> line.startsWith("!")).hasSize(1);
  }

  @Test
  void aTimeThatIsNoneIsNotedUnderTheFieldsOwnName() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "soon"));

    assertThat(lines(Redactor.masking(), true))
        .contains(
            "! WARNING expiresAt is no RFC 3339 time, so it counts as held.", "Ends = soon (TEXT)");
  }

  @Test
  void anEarlyEnginesLockNamesNoHolder() throws Exception {
    folder.file(".runfabric/locks/shop-dev.lock", "2026-03-01T11:55:00Z\n");

    assertThat(lines(Redactor.masking(), false))
        .contains(
            "! WARNING An early engine's lock: it names no holder.",
            "Taken = 2026-03-01T11:55:00Z (TIME)",
            "Written by = An early engine 2: one line, no holder (TEXT)")
        .noneMatch(line -> line.startsWith("Owner token") || line.startsWith("Process"));
  }

  @Test
  void aRecordsLockHidesItsTokenTooUntilAsked() throws Exception {
    folder.file(
        ".runfabric/state/shop/dev/aws.state.json.lock",
        """
        {"backend": "local", "lockId": "canary", "owner": "pid:7",
         "acquiredAt": "2026-03-01T11:59:55.000Z", "heartbeatAt": "2026-03-01T11:59:59.000Z",
         "expiresAt": "2026-03-01T12:00:25.000Z"}
        """);

    assertThat(lines(Redactor.masking(), true))
        .contains("Owner token = [REDACTED] (MONO)", "Written by = Engine 1 (TEXT)");
    assertThat(lines(Redactor.revealing(), true)).contains("Owner token = canary (MONO)");
  }

  private List<String> lines(Redactor redactor, boolean alive) throws Exception {
    Clock clock = Clock.fixed(ProjectFolder.NOW, ZoneOffset.UTC);
    BackendOptions options = new BackendOptions(Optional.empty(), clock, _ -> alive);
    try (ProjectSession session = ProjectSession.open(folder.request(), options)) {
      Lock lock = session.locks(StateFilter.PROJECT, Cancellation.never()).getFirst();
      Subject.Stored subject = new Subject.OfLock(lock, List.of());
      return Pages.lines(subject.pages(subject.read(session, redactor).orElseThrow()).getFirst());
    }
  }
}
