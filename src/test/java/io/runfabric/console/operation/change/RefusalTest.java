package io.runfabric.console.operation.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OLDER|1|receipt dev is older than what is stored|--dry-run",
        "OLDER|2|receipt dev is older than what is stored (and 1 more)|--dry-run",
        "UNREADABLE|3|receipt dev would replace a document that cannot be read (and 2 more)|"
            + "--dry-run",
        "FOREIGN|1|receipt dev would replace another service's document|places of their own",
        "DIFFERS|1|receipt dev differs from what is stored, and is not known to be newer|overwrite",
      })
  void theFirstConflictIsToldAndHowManyMoreThereAre(
      Verdict verdict, int conflicts, String message, String remedy) {
    PlannedChange change =
        new PlannedChange(
            Part.RECEIPT,
            "shop",
            "dev",
            "",
            new DocumentRef("local", ".runfabric/dev.json"),
            Optional.empty(),
            Optional.empty(),
            verdict,
            Action.REFUSE,
            List.of());

    BackendException refusal = Refusal.of(new ArrayList<>(Collections.nCopies(conflicts, change)));

    assertThat(refusal.code()).isEqualTo(Code.CONFLICT);
    assertThat(refusal.sentence()).isEqualTo(message);
    assertThat(refusal.remedy()).contains(remedy);
  }
}
