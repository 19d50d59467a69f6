/// The first page of a project: what is there, whether it is backed up and answers, what asks for
/// attention, charts, stage by stage. Start reading at [OverviewView]; what it shows is put
/// together in [OverviewPage], without nodes.
@NullMarked
package io.runfabric.console.ui.overview;

import org.jspecify.annotations.NullMarked;
