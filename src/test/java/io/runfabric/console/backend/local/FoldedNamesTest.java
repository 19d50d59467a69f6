package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two documents whose keys differ in case only, on a disk that takes upper and lower case as one.
/// Few systems that build this have such a disk, so it is one in memory.
class FoldedNamesTest {

  private FileSystem disk;
  private Path folder;
  private LocalDocumentStore store;

  @BeforeEach
  void aDisk() throws Exception {
    disk =
        Jimfs.newFileSystem(
            Configuration.osX().toBuilder().setAttributeViews("basic", "owner").build());
    folder = Files.createDirectories(disk.getPath("/work/project"));
    store = new LocalDocumentStore(folder);
  }

  @AfterEach
  void noDisk() throws Exception {
    disk.close();
  }

  @Test
  void theDiskTakesThemAsOne() throws Exception {
    Files.writeString(folder.resolve("dev"), "");

    assertThat(folder.resolve("DEV")).exists();
  }

  @Test
  void aDocumentIsNotReplacedOrRemovedUnderTheOthersName() throws Exception {
    for (List<String> keys :
        List.of(
            List.of(".runfabric/dev.json", ".runfabric/Dev.json"),
            List.of("state/shop/dev/aws.state.json", "state/Shop/dev/aws.state.json"))) {
      String key = keys.getFirst();
      Revision first = store.put(key, bytes("1"), Precondition.ABSENT);
      String other = keys.getLast();

      refused(() -> store.put(other, bytes("2"), new Precondition.Matches(first)));
      refused(() -> store.put(other, bytes("2"), Precondition.ABSENT));
      refused(() -> store.delete(other, first));

      assertThat(store.get(key).orElseThrow().holds(bytes("1"))).isTrue();
      var _ = store.put(key, bytes("3"), new Precondition.Matches(first));
      assertThat(store.get(key).orElseThrow().holds(bytes("3"))).isTrue();
      assertThat(names(key)).containsExactly(key);
      store.delete(key, Revision.ofContent(bytes("3")));
      var _ = store.put(other, bytes("4"), Precondition.ABSENT);
    }
  }

  private List<String> names(String key) throws BackendException {
    List<String> names = new ArrayList<>();
    store.list(
        new Range(key.substring(0, key.indexOf('/') + 1), true),
        listed -> names.add(listed.key()),
        Cancellation.never());
    return names;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void refused(Work work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT))
        .hasMessageContaining("this disk takes upper and lower case as one");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
