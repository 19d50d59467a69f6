/// What every kind shares: where each document lies, which file is a receipt and which is not,
/// reading many documents at once, and the backend composed of stores.
///
/// Start reading at [io.runfabric.console.backend.document.ComposedBackend].
@NullMarked
package io.runfabric.console.backend.document;

import org.jspecify.annotations.NullMarked;
