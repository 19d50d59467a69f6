/// The backup file: one JSON object that either engine can restore from, with what the console
/// needs beyond that. Documents are in it byte for byte; nothing is handed out of a file before the
/// whole of it is known to be good.
///
/// Reading starts at [io.runfabric.console.operation.snapshot.Snapshot], writing at
/// [io.runfabric.console.operation.snapshot.SnapshotWriter].
@NullMarked
package io.runfabric.console.operation.snapshot;

import org.jspecify.annotations.NullMarked;
