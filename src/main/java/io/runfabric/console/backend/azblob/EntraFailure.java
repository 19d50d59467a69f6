package io.runfabric.console.backend.azblob;

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

/// A failed sign-in in the words of the backend room. What the sources said may quote requests, and
/// is not passed on.
final class EntraFailure {

  private EntraFailure() {}

  /// @param ways how credentials can be given, for when there are none
  static BackendException of(Attempt attempt, NoTokenException none, String ways) {
    String asked =
        none.asked().stream().map(TokenSource::name).collect(Collectors.joining(" and the "));
    if (none.asked().stream().noneMatch(TokenSource::configured)) {
      return AzblobFailure.error(
          Code.DENIED, attempt, "there are no Azure credentials (asked the " + asked + ")", ways);
    }
    Optional<Throwable> offline =
        Arrays.stream(none.getSuppressed()).filter(EntraFailure::unanswered).findFirst();
    return offline
        .map(said -> NoAnswer.of(signingIn(attempt), said))
        .orElseGet(() ->
            AzblobFailure.error(
                Code.DENIED,
                attempt,
                "Entra ID gave no token for the " + asked,
                "check AZURE_TENANT_ID and AZURE_CLIENT_ID, and that the "
                    + asked
                    + " is still good"));
  }

  static boolean unanswered(Throwable failure) {
    return Causes.first(failure, IOException.class).isPresent()
        || Causes.first(failure, TimeoutException.class).isPresent()
        || Causes.first(failure, UnresolvedAddressException.class).isPresent();
  }

  private static Attempt signingIn(Attempt attempt) {
    return new Attempt(
        attempt.doing() + ": signing in to Entra ID", attempt.permission(), attempt.missing());
  }
}
