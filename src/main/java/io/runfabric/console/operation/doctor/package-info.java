/// Whether everything a project's state depends on is as it should be: configuration, credentials,
/// connection, permissions, locks. Looks, and mends only what it is told to.
///
/// Start reading at [io.runfabric.console.operation.doctor.Doctor].
@NullMarked
package io.runfabric.console.operation.doctor;

import org.jspecify.annotations.NullMarked;
