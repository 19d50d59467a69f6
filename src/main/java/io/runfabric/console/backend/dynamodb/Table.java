package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsFailure;
import io.runfabric.console.backend.remote.Attempt;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// A table and the client that reaches it.
///
/// @param access how it is reached
/// @param place where requests go: an endpoint or a region
/// @param keys the key attributes it must have, for people
record Table(DynamoDbClient client, AwsAccess access, String name, String place, String keys) {

  static Table open(AwsAccess access, String name, String keys) throws BackendException {
    Optional<URI> endpoint = access.endpoint("DYNAMODB");
    return new Table(
        access.client(DynamoDbClient.builder(), endpoint),
        access,
        name,
        access.place(endpoint),
        keys);
  }

  /// Whether one transaction can reach both tables: the same account, region and endpoint.
  boolean isBeside(Table other) {
    return access.equals(other.access);
  }

  String location() {
    return "dynamodb://" + place.replaceFirst("^https?://", "") + "/" + name;
  }

  Attempt attempt(String doing, String permission) {
    return new Attempt(
        doing + " in DynamoDB table " + name + " (" + place + ")",
        "dynamodb:" + permission,
        "check the table's name and the region, or create the table with the keys " + keys);
  }

  /// Writes under a condition.
  ///
  /// @throws BackendException the conflict, when the condition does not hold
  void write(Attempt attempt, Supplier<?> request, BackendException conflict)
      throws BackendException {
    Collision.outlast(
        attempt,
        () -> {
          try {
            var _ = request.get();
            return true;
          } catch (ConditionalCheckFailedException e) {
            throw conflict.causedBy(e);
          } catch (TransactionConflictException _) {
            return false;
          } catch (SdkException e) {
            throw AwsFailure.of(attempt, e);
          }
        });
  }

  static BackendException gone(String key) {
    return BackendException.conflict(key, "is gone");
  }

  static BackendException changed(String key) {
    return BackendException.conflict(key, "was changed meanwhile");
  }

  static BackendException exists(String key) {
    return BackendException.conflict(key, "already exists");
  }
}
