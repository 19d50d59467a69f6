/// The frame of the window: sidebar, top bar, status bar, welcome and error pages, and what every
/// view in the middle is given. Start reading at [WindowModel], and at [OpenProjects] for the
/// projects that are open at once.
///
/// Comes in: project, task, style, and the views it shows. A view knows [View], [ViewContext],
/// [Place], [Command] and what these name from here, nothing else.
@NullMarked
package io.runfabric.console.ui.shell;

import org.jspecify.annotations.NullMarked;
