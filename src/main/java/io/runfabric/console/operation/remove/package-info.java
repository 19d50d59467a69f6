/// Taking entries away that nothing stands behind any more, so that they can be put back. Only the
/// state changes; nothing in the cloud is touched. It is a plan without wanted documents, carried
/// out as every plan is.
///
/// Start reading at [io.runfabric.console.operation.remove.Remove].
@NullMarked
package io.runfabric.console.operation.remove;

import org.jspecify.annotations.NullMarked;
