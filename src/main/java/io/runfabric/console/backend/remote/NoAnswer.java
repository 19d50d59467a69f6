package io.runfabric.console.backend.remote;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// A request that got no answer, in the words of the backend room.
public final class NoAnswer {

  private NoAnswer() {}

  /// The error for a failure that an SDK may have wrapped.
  public static BackendException of(Attempt attempt, Throwable failure) {
    if (Causes.first(failure, UnknownHostException.class).isPresent()
        || Causes.first(failure, UnresolvedAddressException.class).isPresent()) {
      return error(
          attempt, "the host name is unknown", "check the region, the endpoint and the network");
    }
    if (Causes.first(failure, SSLException.class).isPresent()) {
      return error(
          attempt,
          "no trusted TLS connection",
          "check the endpoint's certificate, or add its authority to the trust store");
    }
    if (Causes.first(failure, SocketTimeoutException.class).isPresent()
        || Causes.first(failure, HttpTimeoutException.class).isPresent()
        || Causes.first(failure, TimeoutException.class).isPresent()) {
      return late(attempt);
    }
    if (Causes.first(failure, ConnectException.class).isPresent()) {
      return error(
          attempt, "the connection is refused", "check the endpoint and that its server runs");
    }
    return error(
        attempt, "no whole answer came", "check the endpoint and the network, then try again");
  }

  /// The error for an answer that did not come in time.
  public static BackendException late(Attempt attempt) {
    return error(
        attempt, "no answer in time", "check the endpoint and the network, then try again");
  }

  private static BackendException error(Attempt attempt, String what, String remedy) {
    return new BackendException(
        Code.UNREACHABLE, "cannot " + attempt.doing() + ": " + what, remedy);
  }
}
