/// What the screen is made of everywhere: style class names, icons, badges, empty and error states.
/// The colours are the theme's looked-up ones, so that light and dark need no code.
///
/// Comes in: JavaFX, Ikonli, failures to show. Never a view.
@NullMarked
package io.runfabric.console.ui.style;

import org.jspecify.annotations.NullMarked;
