/// The command palette: everything the window can do and show, found by typing a few letters.
///
/// Start reading at [PaletteModel], which holds no nodes; [Fuzzy] decides what matches and how
/// well.
@NullMarked
package io.runfabric.console.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
