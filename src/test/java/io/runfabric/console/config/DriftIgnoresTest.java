package io.runfabric.console.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.config.DriftIgnores.Ignored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftIgnoresTest {

  private static final String ONE =
      "ignore:\n- {id: ' abc ', reason: until the move, until: 2027-01-31}\n";

  @TempDir private Path folder;

  private Path file() throws Exception {
    return Files.createDirectories(folder.resolve(".runfabric")).resolve("drift-ignore.yml");
  }

  private List<Ignored> read() throws InvalidProjectException {
    return DriftIgnores.read(new Workspace(folder).yml("service: shop\n").project());
  }

  private Problem refusal() {
    InvalidProjectException refusal =
        catchThrowableOfType(InvalidProjectException.class, this::read);
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().getFirst();
  }

  @Test
  void theListIsReadFromTheProjectsFolder() throws Exception {
    assertThat(read()).isEmpty();

    Files.writeString(file(), "# Agreed on Mondays.\n\n");
    assertThat(read()).isEmpty();
    Files.writeString(file(), "owner: shop\n");
    assertThat(read()).isEmpty();

    Files.writeString(file(), ONE + "- {id: d, reason: x, until: 2028-02-29}\n");
    assertThat(read())
        .containsExactly(
            new Ignored("abc", "until the move", LocalDate.of(2027, 1, 31)),
            new Ignored("d", "x", LocalDate.of(2028, 2, 29)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignore: abc|1|this is no list",
        "ignore: [abc]|1|an ignored finding lacks its id",
        "ignore: [{reason: x, until: 2027-01-31}]|1|an ignored finding lacks its id",
        "ignore: [{id: x, until: 2027-01-31}]|1|an ignored finding lacks its reason",
        "ignore: [{id: x, reason: y}]|1|an ignored finding has no `until:` that is a date",
        "ignore: [{id: x, reason: y, until: 2027-02-29}]|1|an ignored finding has no `until:` that"
            + " is a date",
      })
  void whatIsNotUnderstoodIgnoresNothing(String text, int line, String message) throws Exception {
    Files.writeString(file(), text);

    assertThat(refusal().message()).isEqualTo(message);
    assertThat(refusal().line()).isEqualTo(line);
    assertThat(refusal().fix()).isNotBlank();
  }

  @Test
  void everyMistakeIsTold() throws Exception {
    Files.writeString(file(), ONE + "- {}\n- x\n");

    assertThat(catchThrowableOfType(InvalidProjectException.class, this::read).problems())
        .extracting(Problem::line)
        .containsExactly(3, 4);
  }

  @Test
  void aFileThatCannotBeReadIsNoEmptyList() throws Exception {
    Files.write(file(), new byte[] {'i', 'g', '\n', (byte) 0xff});
    assertThat(refusal().message()).isEqualTo("a byte that is not UTF-8");
    assertThat(refusal().line()).isEqualTo(2);

    Files.delete(file());
    Files.createDirectory(file());
    assertThat(refusal().message()).isEqualTo("this is not a regular file");

    Files.delete(file());
    Path elsewhere = Files.createTempFile("elsewhere", ".yml");
    Files.writeString(elsewhere, ONE);
    Files.createSymbolicLink(file(), elsewhere);
    assertThat(refusal().fix()).isEqualTo("put the file itself there");
    Files.delete(elsewhere);
  }
}
