/// The panel of background work: what runs, what has ended and how, and why something failed.
///
/// Start reading at [TaskPanelModel], which holds no nodes, and [TasksPanel]; what they say is put
/// into words in [TaskWords] and [TaskReport].
@NullMarked
package io.runfabric.console.ui.shell.tasks;

import org.jspecify.annotations.NullMarked;
