/// The pages that are about all open projects: a table of them, and a search in their entries.
///
/// Start reading at [AllProjectsModel] and [SearchModel], which hold no nodes. Comes in: the open
/// projects, the table, the shell's [io.runfabric.console.ui.shell.AcrossContext].
@NullMarked
package io.runfabric.console.ui.across;

import org.jspecify.annotations.NullMarked;
