/// SQLite: one file, shared by the projects that name it. Start reading at
/// [io.runfabric.console.backend.sqlite.SqliteDialect].
@NullMarked
package io.runfabric.console.backend.sqlite;

import org.jspecify.annotations.NullMarked;
