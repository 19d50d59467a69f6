/// Putting documents into a backend so that none is lost: what each would change is planned and can
/// be shown; then it is done under the locks of all stages concerned, each write on the condition
/// that nothing changed since the plan, read back and compared. Where the documents come from, a
/// [io.runfabric.console.operation.change.Feed], is the caller's matter.
///
/// Start reading at [io.runfabric.console.operation.change.ChangePlan] and
/// [io.runfabric.console.operation.change.ChangeRun].
@NullMarked
package io.runfabric.console.operation.change;

import org.jspecify.annotations.NullMarked;
