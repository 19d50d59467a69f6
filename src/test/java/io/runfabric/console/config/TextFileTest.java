package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFileTest {

  @TempDir private Path folder;

  private Path file(byte[] content) throws Exception {
    return Files.write(folder.resolve("text"), content);
  }

  private static UnreadableTextException refusal(Path file) {
    return catchThrowableOfType(UnreadableTextException.class, () -> TextFile.read(file));
  }

  @Test
  void textIsReadWithoutItsMark() throws Exception {
    assertThat(TextFile.read(file("a\n\u00e9\ud83d\ude00".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("a\n\u00e9\ud83d\ude00");
    assertThat(TextFile.read(file("\ufeffa".getBytes(StandardCharsets.UTF_8)))).isEqualTo("a");
    assertThat(TextFile.read(file("\ufeff".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(TextFile.read(file(new byte[0]))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fe ff 00 61|0|0|the file is UTF-16 text, not UTF-8",
        "ff fe|0|0|the file is UTF-16 text, not UTF-8",
        "fe fe|1|1|a byte that is not UTF-8",
        "ef bb|1|1|a byte that is not UTF-8",
        "61 00|1|2|a zero byte: this is UTF-16 text or binary data",
        "61 62 00|1|3|a zero byte: this is binary data",
        "ef bb bf 61 00|1|2|a zero byte: this is UTF-16 text or binary data",
        "ef bb bf 61 62 0a 63 00|2|2|a zero byte: this is binary data",
        "61 0a c3 a9 ff|2|2|a byte that is not UTF-8",
        "61 c3|1|2|a byte that is not UTF-8",
      })
  void otherBytesAreRefusedWhereTheyStand(String bytes, int line, int column, String problem)
      throws Exception {
    UnreadableTextException refusal = refusal(file(HexFormat.ofDelimiter(" ").parseHex(bytes)));

    assertThat(refusal.problem()).isEqualTo(problem);
    assertThat(refusal.place()).isEqualTo(new Place(line, column));
    assertThat(refusal.fix()).isEqualTo("save the file as UTF-8 text");
  }

  @Test
  void aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot() throws Exception {
    assertThat(TextFile.read(file(letters(TextFile.LARGEST)))).hasSize(TextFile.LARGEST);
    assertThat(refusal(file(letters(TextFile.LARGEST + 1))).problem())
        .isEqualTo("the file is 4.2 MB long, the limit is 4 MB");
    assertThat(refusal(file(letters(10 * TextFile.LARGEST))).problem())
        .isEqualTo("the file is 41 MB long, the limit is 4 MB");
  }

  @Test
  void whatIsNoFileIsNotRead() {
    assertThat(refusal(folder).problem()).isEqualTo("this is not a regular file");
    assertThat(refusal(folder.resolve("none")).problem()).isEqualTo("this is not a regular file");
  }

  private static byte[] letters(int count) {
    return "a".repeat(count).getBytes(StandardCharsets.US_ASCII);
  }
}
