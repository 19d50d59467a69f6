/// Freeing a stage whose lock nobody gives back: what is known of each lock is shown ([Evidence]),
/// then exactly what was shown is removed ([Unlock]).
///
/// Start reading at [UnlockPlan].
@NullMarked
package io.runfabric.console.operation.unlock;

import org.jspecify.annotations.NullMarked;
