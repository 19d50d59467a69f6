/// Drift: where the state, the configuration, what is on disk and each other disagree. Comparing
/// only reads, ever. Each thing that state is compared with is a [Check]; start reading at
/// [Reconcile].
///
/// What was found, short of what a [DriftBaseline] had, is written by the room `report` and
/// remembered by the room `trend`. What a project lives with is changed by [DriftIgnoreFile].
@NullMarked
package io.runfabric.console.operation.drift;

import org.jspecify.annotations.NullMarked;
