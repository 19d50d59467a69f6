/// The one table every list of the window is shown in: declared columns, filter as you type,
/// sorting, selection that survives a reload, copies as JSON, CSV or command.
///
/// Models hold no nodes. Start reading at [TableModel]; [StateTable] shows it.
@NullMarked
package io.runfabric.console.ui.table;

import org.jspecify.annotations.NullMarked;
