/// One open project as the window knows it, without nodes.
@NullMarked
package io.runfabric.console.ui.project;

import org.jspecify.annotations.NullMarked;
