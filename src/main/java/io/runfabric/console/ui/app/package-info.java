/// Puts the window together and starts it. Start reading at [WindowStarter].
///
/// Comes in: everything of the window. What is started here ends here.
@NullMarked
package io.runfabric.console.ui.app;

import org.jspecify.annotations.NullMarked;
