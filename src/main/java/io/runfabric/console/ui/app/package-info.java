/// Starts the window, or renders it to pictures without one. Start reading at [WindowStarter].
///
/// Comes in: everything of the window. What is started here ends here.
@NullMarked
package io.runfabric.console.ui.app;

import org.jspecify.annotations.NullMarked;
