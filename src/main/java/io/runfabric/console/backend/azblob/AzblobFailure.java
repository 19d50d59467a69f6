package io.runfabric.console.backend.azblob;

import com.azure.storage.blob.models.BlobStorageException;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;

/// A failure of the Azure SDK in the words of the backend room. The SDK's own messages quote
/// requests with their signatures, so only error codes and status numbers are passed on.
final class AzblobFailure {

  private static final String WAYS =
      "set AZURE_STORAGE_CONNECTION_STRING, or AZURE_STORAGE_KEY, or AZURE_TENANT_ID with"
          + " AZURE_CLIENT_ID and AZURE_CLIENT_SECRET; or run 'az login'";

  private AzblobFailure() {}

  /// The error for a failed attempt; never one of `CONFLICT` or `UNREADABLE_DOCUMENT`, which the
  /// store knows.
  static BackendException of(Attempt attempt, Throwable failure) {
    BackendException told =
        Causes.first(failure, NoTokenException.class)
            .map(none -> EntraFailure.of(attempt, none, WAYS))
            .or(() ->
                Causes.first(failure, BlobStorageException.class)
                    .map(answer -> AzblobRefusal.of(attempt, answer)))
            .orElseGet(() -> unanswered(attempt, failure));
    return told.causedBy(failure);
  }

  private static BackendException unanswered(Attempt attempt, Throwable failure) {
    return EntraFailure.unanswered(failure)
        ? NoAnswer.of(attempt, failure)
        : error(
            Code.DAMAGED,
            attempt,
            "the answer is none of Azure's Blob service",
            "check that the endpoint is that of a storage account, and see --verbose");
  }

  static BackendException error(Code code, Attempt attempt, String what, String remedy) {
    return new BackendException(code, "cannot " + attempt.doing() + ": " + what, remedy);
  }
}
