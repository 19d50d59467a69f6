package io.runfabric.console.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

  @TempDir private Path folder;

  @Test
  void withoutLinksTooOneOfManyGetsANewName() throws Exception {
    Path file = folder.resolve("dev.lock.json");
    int creating = 8;
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> attempts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(creating)) {
      for (int i = 0; i < creating; i++) {
        String content = "holder " + i;
        attempts.add(
            threads.submit(() -> {
              start.await();
              try (DurableFile next =
                  DurableFile.beside(file, content.getBytes(StandardCharsets.UTF_8))) {
                next.createWithoutLinks();
                return content;
              } catch (FileAlreadyExistsException _) {
                return "";
              }
            }));
      }
      start.countDown();
    }
    List<String> winners = new ArrayList<>();
    for (Future<String> attempt : attempts) {
      if (!attempt.get().isEmpty()) {
        winners.add(attempt.get());
      }
    }
    assertThat(winners).hasSize(1);
    assertThat(file).hasContent(winners.getFirst());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void withoutLinksANameIsGivenBackWhenTheContentDoesNotGetIt() throws Exception {
    Path file = folder.resolve("dev.json");
    try (DurableFile next = DurableFile.beside(file, new byte[] {1})) {
      Files.delete(next.temporary());

      assertThatThrownBy(next::createWithoutLinks).isInstanceOf(NoSuchFileException.class);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldAsThat() throws Exception {
    Path file = Files.createFile(folder.resolve("locks"));

    assertThatThrownBy(() -> DurableFile.create(file.resolve("dev.lock.json"), new byte[] {1}))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage(file.toString());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws Exception {
    Path file = folder.resolve("dev.json");
    long dead = endedProcess();
    try (DurableFile running = DurableFile.empty(file)) {
      String name = running.temporary().getFileName().toString();
      String own = "-" + ProcessHandle.current().pid() + "-";
      assertThat(name).startsWith(".dev.json.").contains(own).endsWith(".tmp");
      Path left = folder.resolve(name.replace(own, "-" + dead + "-"));
      Path ofAnotherMachine = folder.resolve(".dev.json.0badcafe-" + dead + "-1.tmp");
      Path ofAnotherProgram = folder.resolve(".dev.json." + dead + ".tmp");
      for (Path one : List.of(left, ofAnotherMachine, ofAnotherProgram)) {
        Files.createFile(one);
      }

      DurableFile.empty(folder.resolve("other.json")).close();

      try (var files = Files.list(folder)) {
        assertThat(files)
            .containsExactlyInAnyOrder(running.temporary(), ofAnotherMachine, ofAnotherProgram);
      }
    }
  }

  private static long endedProcess() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return process.pid();
  }
}
