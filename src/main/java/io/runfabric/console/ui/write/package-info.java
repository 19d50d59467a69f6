/// How the window changes something: it looks, shows what it found and what it is about to do,
/// asks, does it, and says what came of it. Everything done here is in the activity log.
///
/// Start reading at [Write], which a page implements, and [WriteModel], which holds no nodes;
/// [WriteDialog] shows it. [Writes] is what the window has one of: the log, and the stages it keeps
/// locked. Comes in: the open project, the operations.
@NullMarked
package io.runfabric.console.ui.write;

import org.jspecify.annotations.NullMarked;
