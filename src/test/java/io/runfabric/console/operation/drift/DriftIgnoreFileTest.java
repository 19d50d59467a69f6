package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.activity.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftIgnoreFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Ignored AGREED = new Ignored("0123456789ab", "as agreed", TODAY);

  @TempDir private Path folder;
  private Project project;
  private DriftIgnoreFile file;

  @BeforeEach
  void aProject() throws Exception {
    project =
        SampleDeployed.project(folder, "service: shop\nprovider: {name: aws-lambda}\n").project();
    file = new DriftIgnoreFile(project);
  }

  @ParameterizedTest
  @CsvSource({
    "0123456789ab, as agreed, 2026-03-01, ",
    "0123456789ab, as agreed, 2027-03-01, ",
    "0123456789ab, as agreed, 2026-02-28, last day on which it is ignored is today or later",
    "0123456789ab, ' ', 2026-03-01, reason is one line that is not empty",
    "0123456789ab, 'a\nb', 2026-03-01, reason is one line that is not empty",
    "0123456789aB, as agreed, 2026-03-01,"
        + " 'id of a finding has 12 hex digits, such as 3f2a90c1d4e5'",
    "0123456789abc, as agreed, 2026-03-01,"
        + " 'id of a finding has 12 hex digits, such as 3f2a90c1d4e5'"
  })
  void anAgreementIsComplainedAboutInWords(
      String id, String reason, LocalDate until, String complaint) {
    assertThat(DriftIgnoreFile.complaint(new Ignored(id, reason, until), TODAY))
        .isEqualTo(Optional.ofNullable(complaint));
  }

  @Test
  void anAgreementIsListedChangedAndTakenOff() throws Exception {
    Ignored longer = new Ignored(AGREED.id(), "still", TODAY.plusYears(1));

    assertThat(file.ignore(AGREED, new Trace())).isFalse();
    assertThat(DriftIgnores.read(project)).containsExactly(AGREED);
    assertThat(file.ignore(longer, new Trace())).isTrue();
    assertThat(DriftIgnores.read(project)).containsExactly(longer);
    assertThat(file.unignore(AGREED.id(), new Trace())).isTrue();
    assertThat(DriftIgnores.read(project)).isEmpty();
  }

  @Test
  void anotherIdIsNotTakenForOneThatIsListed() throws Exception {
    assertThat(file.ignore(AGREED, new Trace())).isFalse();

    assertThat(file.unignore("ba9876543210", new Trace())).isFalse();
    assertThat(DriftIgnores.read(project)).containsExactly(AGREED);
  }

  @Test
  void whatIsNotListedIsNotTakenOffAndNothingIsWritten() throws Exception {
    assertThat(file.unignore(AGREED.id(), new Trace())).isFalse();
    assertThat(Files.exists(DriftIgnores.file(project))).isFalse();
  }
}
