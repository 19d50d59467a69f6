/// Documents as rows of a table, over JDBC: [SqlDialect] tells databases apart, [RowShape] tables.
/// Start reading at [io.runfabric.console.backend.sql.RowStore].
@NullMarked
package io.runfabric.console.backend.sql;

import org.jspecify.annotations.NullMarked;
