/// Receipts as rows of a table, over JDBC; what differs between databases is a dialect. Start
/// reading at [io.runfabric.console.backend.sql.ReceiptTable].
@NullMarked
package io.runfabric.console.backend.sql;

import org.jspecify.annotations.NullMarked;
