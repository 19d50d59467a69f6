package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents whose names Windows does not take at their word, on a disk of Windows in memory.
class WindowsNamesTest {

  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  private FileSystem disk;
  private LocalDocumentStore store;

  @BeforeEach
  void aDisk() throws Exception {
    disk =
        Jimfs.newFileSystem(
            Configuration.windows().toBuilder().setAttributeViews("basic", "owner").build());
    store = new LocalDocumentStore(Files.createDirectories(disk.getPath("C:\\project")));
  }

  @AfterEach
  void noDisk() throws Exception {
    disk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "con",
        "nul",
        "Aux",
        "prn.old",
        "COM1",
        "lpt9",
        "com\u00b9",
        "conin$",
        "a:b",
        "a*",
        "a?",
        "a|b",
        "<a>",
        "a\"b",
        "a\u0000b",
        "con .x"
      })
  void aNameThatWindowsTakesForAnotherIsRefused(String stage) {
    refused(".runfabric/" + stage + ".json");
    refused("state/" + stage + "/dev/aws.state.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.", "shop ", "shop..", "..."})
  void soIsAFolderWhoseEndWindowsWouldCut(String service) {
    refused("state/" + service + "/dev/aws.state.json");
  }

  private void refused(String key) {
    for (Work work :
        new Work[] {
          () -> store.put(key, CONTENT, Precondition.ABSENT),
          () -> store.put(key, CONTENT, new Precondition.Matches(Revision.ofContent(CONTENT))),
          () -> store.delete(key, Revision.ofContent(CONTENT)),
          () -> store.get(key)
        }) {
      BackendException refusal = catchThrowableOfType(BackendException.class, work::run);
      assertThat(refusal).as(key).isNotNull();
      assertThat(refusal.code()).isEqualTo(Code.INVALID);
      assertThat(refusal.getMessage()).contains("this system can keep no file named ");
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"console", "nulls", "com", "com10", "lpt", "dev.con", ".con", "auxiliary"})
  void otherNamesAreKept(String stage) throws Exception {
    for (String key :
        new String[] {".runfabric/" + stage + ".json", "state/" + stage + "/a.json"}) {
      var _ = store.put(key, CONTENT, Precondition.ABSENT);

      assertThat(store.get(key)).isPresent();
    }
  }

  @Test
  void elsewhereTheyAreNamesAsOthers() throws Exception {
    try (FileSystem elsewhere =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setAttributeViews("basic", "owner").build())) {
      LocalDocumentStore there =
          new LocalDocumentStore(Files.createDirectories(elsewhere.getPath("/project")));
      for (String key : new String[] {".runfabric/CON.json", "state/shop./dev/nul.state.json"}) {
        var _ = there.put(key, CONTENT, Precondition.ABSENT);

        assertThat(there.get(key)).isPresent();
      }
    }
  }
}
