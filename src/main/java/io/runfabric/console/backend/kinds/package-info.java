/// From settings to a backend: which stores each kind is put together from. A new kind is one case
/// here and one class that opens its store.
@NullMarked
package io.runfabric.console.backend.kinds;

import org.jspecify.annotations.NullMarked;
