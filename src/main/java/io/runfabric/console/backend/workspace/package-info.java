/// One project's share of a table that several projects keep receipts in: which workspace id is the
/// project's, and how its rows are named. Start reading at
/// [io.runfabric.console.backend.workspace.WorkspaceChoice].
@NullMarked
package io.runfabric.console.backend.workspace;

import org.jspecify.annotations.NullMarked;
