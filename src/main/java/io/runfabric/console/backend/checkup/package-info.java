/// What a place that keeps state tells of itself: whether it is reached and with which credentials,
/// what may be done there, whether its conditional writes hold, how it protects what it keeps.
///
/// Each vendor's checkup lies with its store; what every store is asked in the same way is asked
/// here. Start reading at [io.runfabric.console.backend.checkup.Checkup] and
/// [io.runfabric.console.backend.checkup.StoreTrial].
@NullMarked
package io.runfabric.console.backend.checkup;

import org.jspecify.annotations.NullMarked;
