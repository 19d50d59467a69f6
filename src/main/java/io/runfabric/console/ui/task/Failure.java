package io.runfabric.console.ui.task;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Problem;
import io.runfabric.console.model.Redactor;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

/// Why a piece of work failed, in words for the screen.
///
/// @param title what failed, a few words
/// @param message one sentence, redacted
/// @param remedy what to do; may be empty
/// @param choices what the user can choose between (workspace ids); mostly empty
/// @param problems of the configuration, when that is what failed
/// @param code the backend's code, when the backend failed
public record Failure(
    String title,
    String message,
    String remedy,
    List<String> choices,
    List<Problem> problems,
    Optional<BackendException.Code> code) {

  /// The failure behind an exception thrown by the work called `title`.
  public static Failure of(String title, Throwable cause) {
    return switch (cause) {
      case BackendException e ->
          new Failure(
              title, e.sentence(), e.remedy(), e.choices(), List.of(), Optional.of(e.code()));
      case InvalidProjectException e ->
          new Failure(
              title,
              e.problems().isEmpty()
                  ? "The configuration is not valid."
                  : e.problems().getFirst().message(),
              e.problems().isEmpty() ? "" : e.problems().getFirst().fix(),
              List.of(),
              e.problems(),
              Optional.empty());
      case FileSystemException e ->
          new Failure(
              title,
              Redactor.masking().text(DiskFailure.sentence(e)),
              DiskFailure.of(e).remedy(),
              List.of(),
              List.of(),
              Optional.empty());
      case Throwable unforeseen -> {
        String text = unforeseen.getMessage();
        yield new Failure(
            title,
            unforeseen.getClass().getSimpleName()
                + (text == null ? "" : ": " + Redactor.masking().text(text)),
            "Try again; if it stays, report it.",
            List.of(),
            List.of(),
            Optional.empty());
      }
    };
  }
}
