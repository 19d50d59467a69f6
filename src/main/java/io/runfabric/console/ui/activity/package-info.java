/// The page of the activity log: what was changed from this machine, in this window or on the
/// terminal. Start reading at [ActivityModel], which holds no nodes.
@NullMarked
package io.runfabric.console.ui.activity;

import org.jspecify.annotations.NullMarked;
