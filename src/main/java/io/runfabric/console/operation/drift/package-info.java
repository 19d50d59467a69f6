/// Drift: where the state, the configuration, what is on disk and each other disagree. Comparing
/// only reads, ever. Each thing that state is compared with is a [Check]; start reading at
/// [Reconcile].
///
/// What was found is written as a [DriftFile], short of what a [DriftBaseline] had, and remembered
/// in the user's own files by [DriftTrend]. What a project lives with is changed by
/// [DriftIgnoreFile].
@NullMarked
package io.runfabric.console.operation.drift;

import org.jspecify.annotations.NullMarked;
