/// PostgreSQL: receipts of engine 2, state records of engine 1, and the console's own locks. Start
/// reading at [io.runfabric.console.backend.postgres.PostgresDialect]; connection strings at
/// [io.runfabric.console.backend.postgres.Dsn].
@NullMarked
package io.runfabric.console.backend.postgres;

import org.jspecify.annotations.NullMarked;
