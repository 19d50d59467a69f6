package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.aws.AwsFailure;
import io.runfabric.console.backend.remote.Attempt;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// A write that happens only while its locks are held. Locks that lie in DynamoDB too are checked
/// in the same transaction, all others immediately before.
record FencedWrite(Table table, Fence fence) {

  private static final String FAILED = "ConditionalCheckFailed";
  private static final List<String> PASSING =
      List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /// @param conflict the error when the write's own condition does not hold
  /// @throws BackendException with [Code#LEASE_LOST] when a lock is not held
  void run(Attempt attempt, ItemWrite write, BackendException conflict) throws BackendException {
    List<Fence.Held> locks = new ArrayList<>();
    List<TransactWriteItem> items = new ArrayList<>();
    for (Fence.Held held : fence.held()) {
      if (held.store() instanceof LockItems near && near.isBeside(table)) {
        locks.add(held);
        items.add(TransactWriteItem.builder().conditionCheck(near.stillHeld(held)).build());
      }
    }
    items.add(write.part());
    fence.check();
    if (locks.isEmpty() || !together(attempt, items, locks, conflict)) {
      alone(attempt, write, conflict);
    }
  }

  private void alone(Attempt attempt, ItemWrite write, BackendException conflict)
      throws BackendException {
    table.write(
        attempt,
        () -> {
          write.alone().accept(table.client());
          return write;
        },
        conflict);
  }

  /// Whether these credentials may look at locks within a transaction. Where they may not, nothing
  /// was written.
  private boolean together(
      Attempt attempt,
      List<TransactWriteItem> items,
      List<Fence.Held> locks,
      BackendException conflict)
      throws BackendException {
    boolean[] permitted = {true};
    Collision.outlast(
        attempt,
        () -> {
          try {
            table.client().transactWriteItems(transaction -> transaction.transactItems(items));
          } catch (TransactionCanceledException e) {
            return settled(attempt, e, locks, conflict);
          } catch (TransactionConflictException _) {
            return false;
          } catch (SdkException e) {
            BackendException failure = AwsFailure.of(attempt, e);
            if (failure.code() != Code.DENIED) {
              throw failure;
            }
            permitted[0] = false;
          }
          return true;
        });
    if (!permitted[0]) {
      fence.check();
    }
    return permitted[0];
  }

  // One reason for every part of the transaction, in order: the locks, then the write.
  private static boolean settled(
      Attempt attempt,
      TransactionCanceledException canceled,
      List<Fence.Held> locks,
      BackendException conflict)
      throws BackendException {
    List<String> reasons =
        canceled.cancellationReasons().stream().map(CancellationReason::code).toList();
    for (int i = 0; i < locks.size() && i < reasons.size(); i++) {
      if (FAILED.equals(reasons.get(i))) {
        throw new BackendException(
                Code.LEASE_LOST,
                "the lock " + locks.get(i).key() + " is gone, or belongs to somebody else now",
                "nothing was written; look at the stage before starting again")
            .causedBy(canceled);
      }
    }
    if (reasons.contains(FAILED)) {
      throw conflict.causedBy(canceled);
    }
    if (reasons.stream().anyMatch(PASSING::contains)) {
      return false;
    }
    throw AwsFailure.of(attempt, canceled);
  }
}
