/// The page that looks the project over: what doctor finds, place by place, and what can be mended.
/// Start reading at [HealthModel], which has no nodes; what is drawn of it is put together in
/// [HealthPage].
///
/// Comes in: doctor, the open project. Nothing is written before the user asks for it.
@NullMarked
package io.runfabric.console.ui.health;

import org.jspecify.annotations.NullMarked;
