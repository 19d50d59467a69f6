/// What an entry was: the versions its store keeps of it, the backups that hold it, and the same
/// entry elsewhere.
///
/// Start reading at [io.runfabric.console.operation.history.History]; one document of it is named
/// by a [io.runfabric.console.operation.history.Side] and read by
/// [io.runfabric.console.operation.history.Sides].
@NullMarked
package io.runfabric.console.operation.history;

import org.jspecify.annotations.NullMarked;
