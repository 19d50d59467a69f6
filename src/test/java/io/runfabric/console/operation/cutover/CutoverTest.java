package io.runfabric.console.operation.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.config.BackendChange;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutoverTest {

  private static final String BEFORE = "\ufeffservice: shop # ü\nbackend:\n  kind: local\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = folder.toRealPath().resolve("runfabric.yml");
    Files.writeString(file, BEFORE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void theFileIsReplacedAndWhatItWasIsKeptBesideIt() throws Exception {
    Path kept = plan().apply();

    assertThat(kept).isEqualTo(folder.toRealPath().resolve("runfabric.yml.bak")).hasContent(BEFORE);
    assertThat(mode(kept)).isEqualTo("rw-------");
    assertThat(mode(file)).isEqualTo("rw-r--r--");
    assertThat(file)
        .hasContent(
            "\ufeffservice: shop # ü\nbackend:\n  kind: sqlite\n  sqlitePath: a/state.db\n");
  }

  @Test
  void theEditedFileResolvesToExactlyTheSettingsOfEveryKind() throws Exception {
    for (BackendSettings settings :
        List.of(
            new BackendSettings.Local(),
            new BackendSettings.Sqlite(folder.toRealPath().resolve("x y.db")),
            new BackendSettings.Postgres("URL", "state.receipts"),
            new BackendSettings.S3("b", "p", "us-east-1", Optional.of("t")),
            new BackendSettings.Dynamodb("r", "us-east-1", Optional.empty()),
            new BackendSettings.Dynamodb("r", "us-east-1", Optional.of("l")),
            new BackendSettings.Gcs("b", "p"),
            new BackendSettings.Azblob("c", "p"))) {
      Cutover.of(file, BackendChange.to(settings, folder.toRealPath(), Optional.empty())).apply();

      ProjectRequest request =
          new ProjectRequest(file, folder, Optional.empty(), Optional.empty(), Map.of());
      assertThat(ProjectLoader.load(request).project().backend()).isEqualTo(settings);
    }
  }

  @Test
  void anotherBackupIsNotWrittenOver() throws Exception {
    Files.writeString(folder.resolve("runfabric.yml.bak"), "mine");

    assertThat(plan().apply().getFileName()).hasToString("runfabric.yml.bak.1");
    assertThat(folder.resolve("runfabric.yml.bak")).hasContent("mine");
  }

  @Test
  void aFileThatChangedMeanwhileIsUntouched() throws Exception {
    Cutover planned = plan();
    Files.writeString(file, "service: other\n");

    assertThatThrownBy(planned::apply)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
    assertThat(file).hasContent("service: other\n");
    assertThat(folder.resolve("runfabric.yml.bak")).doesNotExist();
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path link = folder.resolve("link.yml");
    Files.createSymbolicLink(link, file);

    Cutover.of(link, change()).apply();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).contains("kind: sqlite");
  }

  private Cutover plan() throws Exception {
    return Cutover.of(file, change());
  }

  private BackendChange change() throws IOException {
    return BackendChange.to(
        new BackendSettings.Sqlite(folder.toRealPath().resolve("a/state.db")),
        folder.toRealPath(),
        Optional.empty());
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
