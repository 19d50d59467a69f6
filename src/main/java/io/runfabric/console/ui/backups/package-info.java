/// Backups: the page that lists them, and the wizards that make one and put one back. Start reading
/// at [BackingUp] and [Restoring], which hold no nodes.
@NullMarked
package io.runfabric.console.ui.backups;

import org.jspecify.annotations.NullMarked;
