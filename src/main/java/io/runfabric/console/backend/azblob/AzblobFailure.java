package io.runfabric.console.backend.azblob;

import com.azure.storage.blob.models.BlobStorageException;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// A failure of the Azure SDK in the words of the backend room. The SDK's own messages quote
/// requests with their signatures, so only error codes and status numbers are passed on.
final class AzblobFailure {

  private AzblobFailure() {}

  /// The error for a failed attempt; never one of `CONFLICT` or `UNREADABLE_DOCUMENT`, which the
  /// store knows.
  static BackendException of(Attempt attempt, Throwable failure) {
    BackendException told =
        caused(failure, NoTokenException.class)
            .map(none -> noToken(attempt, none))
            .or(() ->
                caused(failure, BlobStorageException.class)
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
                caused(said, IOException.class).isPresent()
                    || caused(said, TimeoutException.class).isPresent())
            .findFirst();
    return offline
        .map(said -> unanswered(attempt, "signing in to Entra ID: ", said))
        .orElseGet(() ->
            error(
                Code.DENIED,
                attempt,
                "Entra ID gave no token for the " + asked,
                "check AZURE_TENANT_ID and AZURE_CLIENT_ID, and that the "
                    + asked
                    + " is still good"));
  }

  private static BackendException unanswered(Attempt attempt, Throwable failure) {
    return unanswered(attempt, "", failure);
  }

  private static BackendException unanswered(Attempt attempt, String where, Throwable failure) {
    if (caused(failure, UnresolvedAddressException.class).isPresent()
        || caused(failure, UnknownHostException.class).isPresent()) {
      return unreachable(
          attempt,
          where + "the host name is unknown",
          "check the account's name, the endpoint and the network");
    }
    if (caused(failure, SSLException.class).isPresent()) {
      return unreachable(
          attempt,
          where + "no trusted TLS connection",
          "check the endpoint's certificate, or add its authority to the trust store");
    }
    if (caused(failure, HttpTimeoutException.class).isPresent()
        || caused(failure, TimeoutException.class).isPresent()) {
      return unreachable(
          attempt,
          where + "no answer in time",
          "check the endpoint and the network, then try again");
    }
    if (caused(failure, ConnectException.class).isPresent()) {
      return unreachable(
          attempt,
          where + "the connection is refused",
          "check the endpoint and that its server runs");
    }
    if (caused(failure, IOException.class).isPresent()) {
      return unreachable(
          attempt,
          where + "no whole answer came",
          "check the endpoint and the network, then try again");
    }
    return error(
        Code.DAMAGED,
        attempt,
        "the answer is none of Azure's Blob service",
        "check that the endpoint is that of a storage account, and see --verbose");
  }

  private static BackendException unreachable(Attempt attempt, String what, String remedy) {
    return error(Code.UNREACHABLE, attempt, what, remedy);
  }

  static BackendException error(Code code, Attempt attempt, String what, String remedy) {
    return new BackendException(code, "cannot " + attempt.doing() + ": " + what, remedy);
  }

  private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
