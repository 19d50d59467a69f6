/// What tells two documents apart: by path, and line by line. Nothing secret comes out of here,
/// unless whoever asks reveals it; that a secret differs is said all the same.
///
/// Start reading at [io.runfabric.console.operation.diff.Difference].
@NullMarked
package io.runfabric.console.operation.diff;

import org.jspecify.annotations.NullMarked;
