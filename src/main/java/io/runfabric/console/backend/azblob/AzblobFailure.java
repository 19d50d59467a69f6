package io.runfabric.console.backend.azblob;

import com.azure.storage.blob.models.BlobStorageException;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// A failure of the Azure SDK in the words of the backend room. The SDK's own messages quote
/// requests with their signatures, so only error codes and status numbers are passed on.
final class AzblobFailure {

  private AzblobFailure() {}

  /// The error for a failed attempt; never one of `CONFLICT` or `UNREADABLE_DOCUMENT`, which the
  /// store knows.
  static BackendException of(Attempt attempt, Throwable failure) {
    BackendException told =
        Causes.first(failure, NoTokenException.class)
            .map(none -> noToken(attempt, none))
            .or(() ->
                Causes.first(failure, BlobStorageException.class)
                    .map(answer -> AzblobRefusal.of(attempt, answer)))
            .orElseGet(() -> unanswered(attempt, failure));
    return told.causedBy(failure);
  }

  private static BackendException noToken(Attempt attempt, NoTokenException none) {
    String asked =
        none.asked().stream().map(TokenSource::name).collect(Collectors.joining(" and the "));
    if (none.asked().stream().noneMatch(TokenSource::configured)) {
      return error(
          Code.DENIED,
          attempt,
          "there are no Azure credentials (asked the " + asked + ")",
          "set AZURE_STORAGE_CONNECTION_STRING, or AZURE_STORAGE_KEY, or AZURE_TENANT_ID with"
              + " AZURE_CLIENT_ID and AZURE_CLIENT_SECRET; or run 'az login'");
    }
    Optional<Throwable> offline =
        Arrays.stream(none.getSuppressed())
            .filter(said ->
                Causes.first(said, IOException.class).isPresent()
                    || Causes.first(said, TimeoutException.class).isPresent())
            .findFirst();
    return offline
        .map(said -> unanswered(signingIn(attempt), said))
        .orElseGet(() ->
            error(
                Code.DENIED,
                attempt,
                "Entra ID gave no token for the " + asked,
                "check AZURE_TENANT_ID and AZURE_CLIENT_ID, and that the "
                    + asked
                    + " is still good"));
  }

  private static Attempt signingIn(Attempt attempt) {
    return new Attempt(
        attempt.doing() + ": signing in to Entra ID", attempt.permission(), attempt.missing());
  }

  private static BackendException unanswered(Attempt attempt, Throwable failure) {
    boolean foreseen =
        Causes.first(failure, IOException.class).isPresent()
            || Causes.first(failure, TimeoutException.class).isPresent()
            || Causes.first(failure, UnresolvedAddressException.class).isPresent();
    return foreseen
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
