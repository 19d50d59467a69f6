package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactsCheckTest {

  // Of the five bytes of "built".
  private static final String HASH =
      "586a866f990ab55e36decfffc2011f172e4452d5141c939a5436baffba11111d";
  private static final String START =
      "warning artifacts artifact-%s | receipt dev | dev | artifacts[api].%s | ";
  private static final String END =
      " | dist/api.zip was built anew since: it is not what was deployed |  | none"
          + " | runfabric plan --stage dev";

  @TempDir private Path folder;
  private final Findings findings = new Findings();

  @BeforeEach
  void aPackage() throws Exception {
    Files.createDirectories(folder.resolve("dist"));
    Files.writeString(folder.resolve("dist/api.zip"), "built");
  }

  @ParameterizedTest
  @CsvSource({"5, false", "0, false", "5, true"})
  void thePackageThatWasDeployedIsFine(long size, boolean upperCase) {
    look("dist/api.zip", upperCase ? HASH.toUpperCase(Locale.ROOT) : HASH, size);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void anotherSizeIsAWarningAndNothingIsHashed() {
    look("dist/api.zip", "0".repeat(64), 6);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(START.formatted("size", "sizeBytes") + "6 | 5" + END);
  }

  @Test
  void anotherHashIsAWarning() {
    look("dist/api.zip", "0".repeat(64), 5);

    assertThat(SampleDeployed.told(findings))
        .containsExactly(START.formatted("hash", "sha256") + "0".repeat(64) + " | " + HASH + END);
  }

  @ParameterizedTest
  @CsvSource({
    "'', x, the receipt names no file and hash",
    "dist/api.zip, '', the receipt names no file and hash",
    "dist/web.zip, x, there is no file dist/web.zip here",
    "dist, x, there is no file dist here"
  })
  void whatIsNotThereIsNotChecked(String path, String hash, String reason) {
    look(path, hash, 0);

    assertThat(SampleDeployed.open(findings))
        .containsExactly("artifacts: artifact of api in receipt dev: " + reason);
    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aNameThatNoFileCanHaveIsNotChecked() {
    look("a\u0000b", "x", 0);

    assertThat(SampleDeployed.open(findings))
        .containsExactly("artifacts: artifact of api in receipt dev: a\u0000b cannot be read");
  }

  @Test
  void nothingIsReadOnceItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatThrownBy(() -> look(cancellation, "", "", 0))
        .isInstanceOf(CancellationException.class);
  }

  private void look(String path, String hash, long size) {
    look(Cancellation.never(), path, hash, size);
  }

  private void look(Cancellation cancellation, String path, String hash, long size) {
    new ArtifactsCheck(folder, cancellation)
        .look(
            SampleDeployed.of(
                SampleDeployed.receipt(
                    "dev",
                    Map.of(),
                    List.of(SampleDeployed.artifact("api", "", path, hash, size)),
                    Map.of(),
                    List.of())),
            findings);
  }
}
