package io.runfabric.console.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void aBackendsErrorKeepsItsWordsItsRemedyAndItsChoices() {
    BackendException cause =
        new BackendException(
            Code.AMBIGUOUS_WORKSPACE,
            "2 workspaces match",
            "choose one with --workspace",
            List.of(".", "/srv/shop"));

    assertThat(Failure.of("Loading shop", cause))
        .isEqualTo(
            new Failure(
                "Loading shop",
                "2 workspaces match",
                "choose one with --workspace",
                List.of(".", "/srv/shop"),
                List.of(),
                Optional.of(Code.AMBIGUOUS_WORKSPACE)));
  }

  @Test
  void anInvalidProjectSpeaksWithItsFirstProblemAndBringsAllOfThem() {
    Problem first = problem("no such kind", "write local");
    Problem second = problem("unknown key", "remove it");

    Failure failure =
        Failure.of("Loading shop", new InvalidProjectException(List.of(first, second)));

    assertThat(failure)
        .returns("no such kind", Failure::message)
        .returns("write local", Failure::remedy)
        .returns(List.of(first, second), Failure::problems)
        .returns(Optional.empty(), Failure::code);
  }

  @Test
  void anInvalidProjectWithoutProblemsStillSaysWhatIsWrong() {
    assertThat(Failure.of("Loading shop", new InvalidProjectException(List.of())))
        .returns("The configuration is not valid.", Failure::message)
        .returns("", Failure::remedy);
  }

  @Test
  void anythingElseIsNamedWithoutTheSecretsInItsText() {
    Failure failure =
        Failure.of(
            "Loading shop",
            new IOException("cannot reach postgres://app:canary@db/x with password=canary"));

    assertThat(failure.message()).startsWith("IOException: cannot reach postgres://app:");
    assertThat(failure.toString()).doesNotContain("canary");
    assertThat(failure.remedy()).isNotEmpty();
  }

  @Test
  void anExceptionWithoutATextIsNamedByItsKind() {
    assertThat(Failure.of("Loading shop", new NullPointerException()).message())
        .isEqualTo("NullPointerException");
  }

  private static Problem problem(String message, String fix) {
    return new Problem(
        Problem.Severity.ERROR,
        Path.of("/p/runfabric.yml"),
        3,
        5,
        "backend.kind",
        "x",
        message,
        fix);
  }
}
