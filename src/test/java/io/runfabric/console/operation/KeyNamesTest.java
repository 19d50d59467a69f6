package io.runfabric.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.JournalFormat;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.State;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyNamesTest {

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void load() throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: my-shop\n");
    project =
        ProjectLoader.load(
                new ProjectRequest(
                    Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of()))
            .project();
  }

  @Test
  void aLockThatTellsNothingIsNamedByItsKeyWhereThatBeginsWithTheService() {
    Lock told = lock("", "my-shop-dev-1");

    Lock addressed = KeyNames.addressed(told, project);

    assertThat(addressed.service()).isEqualTo("my-shop");
    assertThat(addressed.stage()).isEqualTo("dev-1");
    assertThat(addressed)
        .usingRecursiveComparison()
        .ignoringFields("service", "stage")
        .isEqualTo(told);
  }

  @Test
  void anyOtherLockStaysAsItIs() {
    for (Lock lock :
        new Lock[] {
          lock("other", "my-shop-dev"), lock("", "my-shopdev"), lock("", "other-dev"), lock("", "")
        }) {
      assertThat(KeyNames.addressed(lock, project)).isSameAs(lock);
    }
  }

  @Test
  void soIsAJournal() {
    Journal told = unreadable("my-shop-dev");
    Journal other = unreadable("other-dev");

    Journal addressed = KeyNames.addressed(told, project);

    assertThat(addressed.service()).isEqualTo("my-shop");
    assertThat(addressed.stage()).isEqualTo("dev");
    assertThat(addressed)
        .usingRecursiveComparison()
        .ignoringFields("service", "stage")
        .isEqualTo(told);
    assertThat(KeyNames.addressed(other, project)).isSameAs(other);
  }

  private static Lock lock(String service, String stage) {
    return SampleLocks.file(service, stage, State.UNREADABLE, ".runfabric/locks/x.lock.json");
  }

  private static Journal unreadable(String name) {
    return JournalFormat.read(
        "{".getBytes(StandardCharsets.UTF_8),
        name,
        new DocumentRef("local", ".runfabric/journals/" + name + ".journal.json"),
        Revision.ofText("{"));
  }
}
