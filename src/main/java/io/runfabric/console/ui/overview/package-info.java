/// The first page of a project: what is there, what asks for attention, stage by stage. Start
/// reading at [OverviewView]; what it shows is put together in [OverviewModel], without nodes.
@NullMarked
package io.runfabric.console.ui.overview;

import org.jspecify.annotations.NullMarked;
