/// The window. Folders mirror the screen; each view has a model without nodes beside it.
///
/// Comes in: operation and what lies below it, JavaFX. Never the terminal's face.
@NullMarked
package io.runfabric.console.ui;

import org.jspecify.annotations.NullMarked;
