/// What stores at a distance share, whoever runs them: how long they are waited for, what is tried,
/// and what is told when no answer comes. Start reading at
/// [io.runfabric.console.backend.remote.NoAnswer].
@NullMarked
package io.runfabric.console.backend.remote;

import org.jspecify.annotations.NullMarked;
