package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.util.List;

/// Why a plan is not carried out.
final class Refusal {

  private Refusal() {}

  static BackendException of(List<PlannedChange> conflicts) {
    PlannedChange first = conflicts.getFirst();
    String more = conflicts.size() > 1 ? " (and " + (conflicts.size() - 1) + " more)" : "";
    return new BackendException(
        Code.CONFLICT, first.name() + " " + why(first) + more, remedy(first));
  }

  private static String why(PlannedChange change) {
    return switch (change.verdict()) {
      case OLDER -> "is older than what is stored";
      case UNREADABLE -> "would replace a document that cannot be read";
      case FOREIGN -> "would replace another service's document";
      case DIFFERS, CREATE, IDENTICAL, NEWER, EXTRA ->
          "differs from what is stored, and is not known to be newer";
    };
  }

  private static String remedy(PlannedChange change) {
    return change.verdict() == Verdict.FOREIGN
        ? "give the two services places of their own, such as another prefix or table; or leave it"
            + " out with --on-conflict skip"
        : "look at the differences with --dry-run, then say --on-conflict skip or overwrite";
  }
}
