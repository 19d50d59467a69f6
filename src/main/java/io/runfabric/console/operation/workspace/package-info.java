/// The workspace ids of a shared database: which there are, what lies under each, and moving a
/// project's rows from one to another.
///
/// Start reading at [io.runfabric.console.operation.workspace.WorkspaceTable].
@NullMarked
package io.runfabric.console.operation.workspace;

import org.jspecify.annotations.NullMarked;
