package io.runfabric.console.operation.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.change.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A loss is noticed, so that none being found means something.
class CrashCheckTest {

  @TempDir private Path root;
  private CrashGround ground;
  private Path state;

  @BeforeEach
  void aGroundWhereNothingHappened() throws Exception {
    ground = new CrashGround(CrashWork.RESTORE, BackendKind.LOCAL, root, "", "public");
    ground.prepare();
    state = root.resolve("project/.runfabric");
    assertThat(new CrashCheck(ground).nothingIsLost()).isEqualTo(new CrashCheck.Leavings(0, 0));
  }

  @Test
  void halfADocument() throws Exception {
    byte[] whole = Files.readAllBytes(state.resolve("replaced-0.json"));
    Files.write(state.resolve("replaced-0.json"), Arrays.copyOf(whole, whole.length / 2));

    assertLoss("replaced-0.json");
  }

  @Test
  void aDocumentThatIsNeitherTheOldNorTheNewOne() throws Exception {
    String old = Files.readString(state.resolve("replaced-0.json"));
    Files.writeString(state.resolve("replaced-0.json"), old.replace("d-1", "d-2"));

    assertLoss("receipt replaced-0 is the old or the new one");
  }

  @Test
  void aDocumentThatIsGone() throws Exception {
    Files.delete(state.resolve("same-0.json"));

    assertLoss("receipt same-0 is the old or the new one");
  }

  @Test
  void aDocumentThatWasReplacedBeforeItWasKept() throws Exception {
    CrashDocument replaced =
        ground.documents().stream()
            .filter(document -> document.part() == Part.RECEIPT)
            .filter(document -> document.stage().equals("replaced-0"))
            .findFirst()
            .orElseThrow();
    Files.write(state.resolve("replaced-0.json"), replaced.wanted().orElseThrow());

    assertLoss("is in a backup");
  }

  @Test
  void halfABackupThatHasItsName() throws Exception {
    try (ProjectSession session = ground.target().open()) {
      CrashWork.backup(session, Progress.NONE);
    }
    Path backup = CrashCheck.files(state.resolve("backup")).getFirst();
    byte[] whole = Files.readAllBytes(backup);
    Files.write(backup, Arrays.copyOf(whole, whole.length - 100));

    assertThatThrownBy(() -> new CrashCheck(ground).nothingIsLost()).isNotNull();
  }

  @Test
  void aConfigurationThatIsHalfWritten() throws Exception {
    Files.writeString(ground.project().typed(), "service: shop\n");

    assertLoss("service: shop");
  }

  @Test
  void aLockThatIsHalfWritten() throws Exception {
    Files.createDirectories(state.resolve("locks"));
    Files.writeString(state.resolve("locks/shop-dev.lock.json"), "{\"service\"");

    assertLoss("UNREADABLE");
  }

  @Test
  void aTemporaryFileThatOthersMayRead() throws Exception {
    Path temporary = Files.createFile(state.resolve(".same-0.json.1.tmp"));
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));

    assertLoss(".same-0.json.1.tmp");
  }

  private void assertLoss(String what) {
    assertThatThrownBy(() -> new CrashCheck(ground).nothingIsLost())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(what);
  }
}
