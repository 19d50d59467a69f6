/// The window as a user meets it: opened for real on the headless platform, driven by a robot.
@NullMarked
package io.runfabric.console.ui.window;

import org.jspecify.annotations.NullMarked;
