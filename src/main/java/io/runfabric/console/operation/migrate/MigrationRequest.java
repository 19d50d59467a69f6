package io.runfabric.console.operation.migrate;

import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.change.OnConflict;

/// What to migrate, and how.
///
/// @param filter which entries
/// @param journals whether journals go along
/// @param onConflict what becomes of entries that may be newer at the target
/// @param allowPartial whether entries that do not load are left behind, instead of stopping it
/// @param keepGoing whether the others are copied when one cannot be
/// @param cutover whether the configuration is pointed at the target afterwards
public record MigrationRequest(
    StateFilter filter,
    boolean journals,
    OnConflict onConflict,
    boolean allowPartial,
    boolean keepGoing,
    boolean cutover) {}
