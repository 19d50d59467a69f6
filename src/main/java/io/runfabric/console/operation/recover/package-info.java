/// What a crashed deploy left behind, what it means, and what to do about it in which order: the
/// runbook. Setting a journal aside is the one step done here; everything else is named, as a
/// command of the console or of the engine.
///
/// Start reading at [io.runfabric.console.operation.recover.Runbook].
@NullMarked
package io.runfabric.console.operation.recover;

import org.jspecify.annotations.NullMarked;
