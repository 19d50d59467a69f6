/// Two documents side by side: by path, and line by line.
///
/// Start reading at [CompareModel], which holds no nodes; [CompareDialog] shows it. Comes in: the
/// table, the open project, the operations.
@NullMarked
package io.runfabric.console.ui.compare;

import org.jspecify.annotations.NullMarked;
