/// What comparisons came to over time, among the user's own files. Start reading at [DriftTrend].
@NullMarked
package io.runfabric.console.operation.drift.trend;

import org.jspecify.annotations.NullMarked;
