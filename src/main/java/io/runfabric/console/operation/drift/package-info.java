/// Drift: where the state, the configuration, what is on disk and each other disagree. Only reads,
/// ever. Each thing that state is compared with is a [Check]; start reading at [Reconcile].
@NullMarked
package io.runfabric.console.operation.drift;

import org.jspecify.annotations.NullMarked;
