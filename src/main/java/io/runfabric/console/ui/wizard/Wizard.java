package io.runfabric.console.ui.wizard;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.ui.write.Answers;
import io.runfabric.console.ui.write.Write.Deed;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;

/// One thing that takes several pages. Everything but [#plan] and [#apply] is called on the FX
/// thread; those two open what they need themselves, and close it.
///
/// @param <P> what would be done, as it was found out
/// @param <R> what came of it
public interface Wizard<P, R> {

  /// Such as `Restore a backup`.
  String title();

  /// What is filled in at first.
  Answers initial();

  /// Why a page cannot be left; empty when it can.
  List<FieldProblem> problems(Page page, Answers answers);

  /// What else [#problems] depends on.
  default List<Observable> watched() {
    return List.of();
  }

  /// What the task list calls it, such as `Restoring shop.json`.
  String task(Answers answers);

  /// Finds out what would be done; nothing is changed.
  P plan(Answers answers, Progress progress, Cancellation cancellation) throws Exception;

  /// What is shown of a plan.
  Preview preview(Answers answers, P plan);

  /// The words of the terminal command that does the same, without program and project; nothing
  /// secret among them.
  List<String> command(Answers answers);

  /// What it is called in the activity log; empty for what leaves no line there.
  Optional<Deed> deed(Answers answers, P plan);

  /// Does it.
  R apply(Answers answers, P plan, Trace trace, Progress progress, Cancellation cancellation)
      throws Exception;

  /// What is shown when it is done, or was stopped on its way.
  Report report(Answers answers, P plan, R result);
}
