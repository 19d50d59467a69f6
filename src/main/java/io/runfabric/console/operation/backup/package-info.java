/// Backups of a project: making one, finding those there are, and letting old ones go.
///
/// Start reading at [io.runfabric.console.operation.backup.Backup].
@NullMarked
package io.runfabric.console.operation.backup;

import org.jspecify.annotations.NullMarked;
