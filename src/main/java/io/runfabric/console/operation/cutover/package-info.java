/// Pointing a project at another backend: the `backend:` block of its runfabric.yml is edited and
/// the file replaced, with what it was beside it.
///
/// Start reading at [io.runfabric.console.operation.cutover.Cutover].
@NullMarked
package io.runfabric.console.operation.cutover;

import org.jspecify.annotations.NullMarked;
