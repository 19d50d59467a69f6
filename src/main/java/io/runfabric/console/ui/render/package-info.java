/// Pictures of every page, for the documentation and for whoever changes how the window looks.
///
/// Comes in: the window's frame and its model; no AWT window is ever made.
@NullMarked
package io.runfabric.console.ui.render;

import org.jspecify.annotations.NullMarked;
