package io.runfabric.console.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatTest {

  @Test
  void everySourceFileIsFormatted() {
    assertThat(
            SourceFormat.unformatted(List.of(Path.of("src/main/java"), Path.of("src/test/java"))))
        .as("run: mvn -q test-compile exec:exec@format")
        .isEmpty();
  }

  @Test
  void aBadlyFormattedFileIsFound(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("Bad.java"), "class Bad{int a ;}");

    assertThat(SourceFormat.unformatted(List.of(folder))).containsExactly(file);
  }
}
