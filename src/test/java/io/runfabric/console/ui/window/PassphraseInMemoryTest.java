package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.race.ChildJvm;
import io.runfabric.console.ui.window.PassphraseProcess.Use;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A passphrase that was used is not in the heap any more: looked for in what a JVM wrote down
/// after a garbage collection, as one byte and as two bytes a letter, while the window is still
/// open.
class PassphraseInMemoryTest {

  private static final List<String> FLAGS =
      List.of(
          "-Xmx700m",
          "-Dglass.platform=Headless",
          "-Dprism.order=sw",
          "-Dtestfx.robot=glass",
          "-Dtestfx.headless=false",
          "-Djava.awt.headless=true");

  /// The JDK's own copies are cleared by it some time after a collection.
  private static final int MOST_COLLECTIONS = 10;

  private static final Set<Use> KEPT = EnumSet.of(Use.KEPT_AS_TEXT, Use.KEPT_AS_CHARACTERS);

  @TempDir private Path folder;

  @Test
  void onceItsKeyIsFoundAndItsWizardClosedItIsGone() throws Exception {
    try (ChildJvm child =
        ChildJvm.start(
            folder, FLAGS, PassphraseProcess.class, Map.of(), List.of(folder.toString()))) {
      assertThat(child.hear()).isEqualTo("done");

      Set<Use> found = EnumSet.allOf(Use.class);
      for (int i = 0; i < MOST_COLLECTIONS && !found.equals(KEPT); i++) {
        found = found(child, folder.resolve("heap-" + i + ".hprof"));
      }

      assertThat(found).isEqualTo(KEPT);
    }
  }

  private static Set<Use> found(ChildJvm child, Path dump) throws Exception {
    child.say(dump.toString());
    assertThat(child.hear()).isEqualTo("dumped, open: true");
    String heap = Files.readString(dump, StandardCharsets.ISO_8859_1);
    Files.delete(dump);
    Set<Use> found = EnumSet.noneOf(Use.class);
    for (Use use : Use.values()) {
      String passphrase = new String(PassphraseProcess.passphrase(use));
      if (heap.contains(passphrase)
          || heap.contains(
              new String(
                  passphrase.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1))) {
        found.add(use);
      }
    }
    return found;
  }
}
