/// Putting the entries of a backup back, and taking that back again.
///
/// Start reading at [io.runfabric.console.operation.restore.Restore].
@NullMarked
package io.runfabric.console.operation.restore;

import org.jspecify.annotations.NullMarked;
