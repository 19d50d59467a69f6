package io.runfabric.console.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the newest backup is, told by names and ends alone.
class BackupFolderTest {

  @TempDir private Path folder;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");
  }

  @Test
  void thereIsNoneWithoutAFolder() throws Exception {
    assertThat(latest()).isEmpty();
  }

  @Test
  void itIsTheOneThatWasMadeLast() throws Exception {
    backUp("2026-03-01T12:00:00Z");
    Path second = backUp("2026-03-02T12:00:00Z");
    Files.copy(second, second.resolveSibling("shop-local-20260228T120000Z.json"));

    assertThat(latest())
        .contains(
            new BackupFolder.Latest(
                second, Instant.parse("2026-03-02T12:00:00Z"), Files.size(second), false));
  }

  @Test
  void itIsNoFileOfAnotherServiceKindOrMaker() throws Exception {
    Path ours = backUp("2026-03-01T12:00:00Z");
    for (String name :
        new String[] {
          "other-local-20260401T120000Z.json", "shop-s3-20260401T120000Z.json", "notes.json"
        }) {
      Files.copy(ours, ours.resolveSibling(name));
    }
    Files.writeString(
        ours.resolveSibling("shop-local-20260402T120000Z.json"), "{\"receipts\": {}}");
    Files.writeString(ours.resolveSibling("shop-local-20260403T120000Z.json.age"), "not age");
    Files.writeString(ours.resolveSibling("shop-local-20260404T120000Z.json"), "");
    Files.createDirectory(ours.resolveSibling("shop-local-20260405T120000Z.json"));

    assertThat(latest()).map(BackupFolder.Latest::file).contains(ours);
  }

  @Test
  void oneThatLostItsEndIsNone() throws Exception {
    Path ours = backUp("2026-03-01T12:00:00Z");
    byte[] whole = Files.readAllBytes(ours);
    Files.write(ours, java.util.Arrays.copyOf(whole, whole.length - 1));

    assertThat(latest()).isEmpty();
  }

  @Test
  void anEncryptedOneCounts() throws Exception {
    Path ours = backUp("2026-03-01T12:00:00Z");
    Path encrypted = ours.resolveSibling("shop-local-20260302T120000Z.json.age");
    Files.write(encrypted, "age-encryption.org/v1\n…".getBytes(StandardCharsets.UTF_8));

    assertThat(latest()).map(BackupFolder.Latest::encrypted).contains(true);
  }

  private Path backUp(String at) throws Exception {
    try (ProjectSession session = open(at)) {
      return new SafetyCopy("test", "somebody").of(session, Progress.NONE, Cancellation.never());
    }
  }

  private Optional<BackupFolder.Latest> latest() throws Exception {
    try (ProjectSession session = open("2026-06-01T12:00:00Z")) {
      return BackupFolder.latest(session.project());
    }
  }

  private ProjectSession open(String at) throws Exception {
    return ProjectSession.open(
        new ProjectRequest(
            folder.resolve("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of()),
        new BackendOptions(
            Optional.empty(), Clock.fixed(Instant.parse(at), ZoneOffset.UTC), _ -> false));
  }
}
