package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;

/// A service's refusals in the words of the backend room. Bodies may quote requests, so only status
/// numbers are passed on.
record Refusals(RestService service) {

  BackendException of(Attempt attempt, int status) {
    return switch (status) {
      case 401 ->
          error(
              Code.DENIED,
              attempt,
              "the credentials are not accepted",
              service.signIn() + "; they need " + attempt.permission());
      case 403 ->
          error(
              Code.DENIED,
              attempt,
              "permission is missing",
              "allow these credentials " + attempt.permission() + ", or use others");
      default -> other(attempt, status);
    };
  }

  private BackendException other(Attempt attempt, int status) {
    if (status / 100 == 3) {
      return undocumented(attempt, "it leads elsewhere");
    }
    return status >= 500 || status == 408
        ? error(
            Code.UNREACHABLE,
            attempt,
            service.name() + " failed with status " + status,
            "try again later")
        : error(
            Code.DAMAGED,
            attempt,
            service.name() + " refused with status " + status,
            "check that " + service.place() + " is " + service.name());
  }

  BackendException busy(Attempt attempt) {
    return error(
        Code.UNREACHABLE,
        attempt,
        service.name() + " is busy or throttling, also after waiting",
        "try again later, or look at less at once: --stage");
  }

  /// The token or key cannot be sent as a header.
  BackendException unsendable(Attempt attempt) {
    return error(
        Code.DENIED, attempt, "the access token is none that can be sent", service.signIn());
  }

  /// @param what is wrong with the answer, in no words of its own
  BackendException undocumented(Attempt attempt, String what) {
    return error(
        Code.DAMAGED,
        attempt,
        "the answer is not what " + service.name() + " documents: " + what,
        "check that " + service.place() + " is " + service.name());
  }

  private static BackendException error(Code code, Attempt attempt, String what, String remedy) {
    return new BackendException(code, "cannot " + attempt.doing() + ": " + what, remedy);
  }
}
