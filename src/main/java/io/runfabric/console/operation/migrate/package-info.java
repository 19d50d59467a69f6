/// Moving a project's state from one backend to another: both ends are opened and compared, the
/// stages are locked at both, what differs is copied and looked at again, and the configuration may
/// be pointed at the new place. The source is only read.
///
/// Start reading at [io.runfabric.console.operation.migrate.Migration].
@NullMarked
package io.runfabric.console.operation.migrate;

import org.jspecify.annotations.NullMarked;
