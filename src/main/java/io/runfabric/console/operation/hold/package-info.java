/// A stage kept locked across several steps: taken by one command and given back by another, or
/// kept by one that stays.
///
/// Start reading at [Hold].
@NullMarked
package io.runfabric.console.operation.hold;

import org.jspecify.annotations.NullMarked;
