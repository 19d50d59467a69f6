/// What an entry was, beside its document: every version that is kept, and the way back to one.
///
/// Start reading at [HistoryModel], which holds no nodes; [HistoryPane] shows it. Comes in: the
/// detail pane, the open project, the operations.
@NullMarked
package io.runfabric.console.ui.history;

import org.jspecify.annotations.NullMarked;
