package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException.Code;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFailureTest {

  @ParameterizedTest
  @CsvSource({
    "No space left on device, UNREACHABLE, the disk is full",
    "Disk quota exceeded, UNREACHABLE, the disk is full",
    "There is not enough space on the disk, UNREACHABLE, the disk is full",
    "Read-only file system, DENIED, the disk is read-only",
    "Operation not permitted, DENIED, no permission",
    "File name too long, INVALID, the name is longer than the disk can keep",
    "Device or resource busy, UNREACHABLE, it cannot be replaced in one step",
    "Stale file handle, UNREACHABLE, Stale file handle",
  })
  void whatSystemsSayBecomesACodeAndWords(String said, Code code, String words) {
    DiskFailure failure = DiskFailure.of(new FileSystemException("/p/dev.json", null, said));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.reason()).startsWith(words);
    assertThat(failure.remedy()).isNotEmpty();
    assertThat(DiskFailure.of(new IOException(said))).isEqualTo(failure);
  }

  @Test
  void aRenameToAnotherDiskIsOneThatIsNotDoneInOneStep() {
    IOException failure =
        new AtomicMoveNotSupportedException("/p/.dev.tmp", "/p/dev.json", "EXDEV");

    assertThat(DiskFailure.of(failure).reason()).contains("cannot be replaced in one step");
  }

  @Test
  void aSentenceNamesTheFileOnce() {
    assertThat(DiskFailure.sentence(new FileSystemException("/p/dev.json", null, "odd")))
        .isEqualTo("cannot use /p/dev.json: odd");
    assertThat(DiskFailure.sentence(new IOException("odd"))).isEqualTo("odd");
  }
}
