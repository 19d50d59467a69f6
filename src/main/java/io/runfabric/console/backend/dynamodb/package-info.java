/// Receipts and locks as items of DynamoDB tables. Start reading at
/// [io.runfabric.console.backend.dynamodb.ReceiptItems] and
/// [io.runfabric.console.backend.dynamodb.LockItems].
@NullMarked
package io.runfabric.console.backend.dynamodb;

import org.jspecify.annotations.NullMarked;
