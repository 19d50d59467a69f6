/// Background work of the window: started here, never on the FX thread, reported back on it.
@NullMarked
package io.runfabric.console.ui.task;

import org.jspecify.annotations.NullMarked;
