package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.race.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a disk that is full, read-only, forbidden or obstructed: every document is the old
/// or the new one, the failure is told in a sentence, nothing outside the project is touched, and
/// the same command finishes once the disk is well. Every command at every place with `-Ddisk.all`.
@DisabledOnOs(OS.WINDOWS)
class DiskFaultsTest {

  private static final boolean ALL = Boolean.getBoolean("disk.all");

  // Root obeys file modes once it gave this up.
  private static final List<String> OBEYING =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir private Path folder;

  @Test
  void whateverTheDiskDoesNothingIsLostAndNothingElseIsTouched() throws Exception {
    List<List<String>> ways = new ArrayList<>();
    for (List<String> own : List.of(List.of("unshare", "-m"), List.of("unshare", "-Urm"))) {
      List<String> way = new ArrayList<>(own);
      way.addAll(OBEYING);
      ways.add(way);
    }
    List<String> mounting =
        ways.stream()
            .filter(way -> works(way, "mount -t tmpfs -o size=64k none '" + folder + "'"))
            .findFirst()
            .orElse(List.of());
    boolean mounts = !mounting.isEmpty();
    List<String> by = mounts ? mounting : works(OBEYING, "true") ? OBEYING : List.of();
    List<String> arguments =
        List.of(folder.toString(), Boolean.toString(mounts), Boolean.toString(ALL));
    int tried = 0;
    List<String> broken = new ArrayList<>();
    try (ChildJvm child =
        ChildJvm.start(by, folder, DiskFaultsProcess.class, Map.of(), arguments)) {
      for (String line = child.hear(); !line.equals("end"); line = child.hear()) {
        if (line.startsWith("broken ")) {
          broken.add(line);
        } else if (line.startsWith("tried ")) {
          tried++;
        }
      }
    }
    System.out.printf(
        "%d disk faults tried, %d broken, %s mounts of our own%n",
        tried, broken.size(), mounts ? "with" : "without");
    assertThat(broken).isEmpty();
    assertThat(tried).isGreaterThan(100);
  }

  private static boolean works(List<String> by, String script) {
    List<String> words = new ArrayList<>(by);
    words.addAll(List.of("sh", "-c", script));
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
