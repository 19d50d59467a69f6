package io.runfabric.console.operation.backup;

import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.age.Encryption;
import java.nio.file.Path;
import java.util.Optional;

/// What to back up, and where to.
///
/// @param file absolute; its folder need not be there
/// @param replace whether a file that is there already is replaced
/// @param allowPartial whether entries and journals that do not load go into it as raw bytes,
///   instead of failing it
/// @param tool the program, with its version
/// @param createdBy who runs it
public record BackupRequest(
    StateFilter filter,
    Path file,
    boolean replace,
    boolean allowPartial,
    Optional<Encryption> encryption,
    String tool,
    String createdBy) {}
