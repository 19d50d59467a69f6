/// What an operator can ask of a project: list, inspect, overview. An operation knows neither
/// window nor terminal; it reports through plain callbacks and stops when its cancellation says so.
///
/// Comes in: backend, config, model. Start reading at [ProjectSession].
@NullMarked
package io.runfabric.console.operation;

import org.jspecify.annotations.NullMarked;
