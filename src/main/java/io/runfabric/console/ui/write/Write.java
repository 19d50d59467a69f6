package io.runfabric.console.ui.write;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import java.util.List;
import java.util.Optional;

/// One thing the window can change. Everything but [#look] and [#apply] is called on the FX thread.
///
/// @param <P> what it would do, as it was found out
/// @param <R> what came of it
public interface Write<P, R> {

  /// A few words for the status bar, such as `Unlocking shop/dev`.
  String title();

  /// The stage the configuration is resolved for; empty for the one that is open.
  default Optional<String> resolvedFor(Answers answers) {
    return Optional.empty();
  }

  /// Finds out what would be done; nothing is changed.
  P look(ProjectSession session, Cancellation cancellation) throws Exception;

  /// What is shown before it is done.
  Question ask(P plan);

  /// What it is called in the activity log.
  Deed deed(P plan, Answers answers);

  /// Does it.
  ///
  /// @param trace is told what was changed
  R apply(ProjectSession session, P plan, Answers answers, Trace trace, Cancellation cancellation)
      throws Exception;

  /// What is shown when it is done.
  Outcome tell(R result);

  /// A write as the activity log knows it.
  ///
  /// @param operation the terminal command that does the same, such as `state force-unlock`
  /// @param words of that command line, without program and project, nothing secret among them
  /// @param stage empty for several
  record Deed(String operation, List<String> words, String service, String stage) {}
}
