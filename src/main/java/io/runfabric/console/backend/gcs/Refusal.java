package io.runfabric.console.backend.gcs;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import java.util.Set;

/// Google's refusals in the words of the backend room. Reasons are those of the JSON API
/// (`cloud.google.com/storage/docs/json_api/v1/status-codes`).
final class Refusal {

  private static final Set<String> BUSY =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "usageLimits.rateLimitExceeded");
  private static final Set<String> KEPT = Set.of("retentionPolicyNotMet", "objectUnderActiveHold");
  private static final Set<String> BILLING =
      Set.of(
          "userProjectMissing",
          "UserProjectMissing",
          "UserProjectAccessDenied",
          "UserProjectAccountProblem",
          "UserProjectInvalid",
          "UserProjectInconsistent",
          "AuthenticationRequiredRequesterPays");

  private Refusal() {}

  static BackendException noCredentials(Attempt attempt, NoCredentialsException none) {
    return error(Code.DENIED, attempt, String.valueOf(none.getMessage()), none.remedy());
  }

  /// Google gave no token for the credentials.
  static BackendException token(Attempt attempt) {
    return error(
        Code.DENIED,
        attempt,
        "the credentials are not accepted",
        "check the key file and this machine's clock, or sign in again with 'gcloud auth"
            + " application-default login'");
  }

  static BackendException of(Attempt attempt, GcsFailure answer) {
    int status = answer.status();
    String reason = answer.reason();
    if (status == 429 || status == 503 || BUSY.contains(reason)) {
      return error(
          Code.UNREACHABLE,
          attempt,
          "the service is throttling, also after several tries",
          "try again later, or read less at once: RUNFABRIC_CONSOLE_READS=4");
    }
    if (BILLING.contains(reason) || answer.says("requester pays bucket")) {
      return error(
          Code.DENIED,
          attempt,
          "the bucket's requesters pay, and no project that can be billed is named",
          "set GOOGLE_CLOUD_QUOTA_PROJECT to a project that these credentials may bill");
    }
    if (KEPT.contains(reason)) {
      return error(
          Code.DENIED,
          attempt,
          "the object is kept by a retention policy or a hold (" + reason + ")",
          "wait until it ends, or lift it on the bucket or the object");
    }
    if (reason.equals("orgPolicyConstraintFailed")) {
      return error(
          Code.DENIED,
          attempt,
          "a policy of the organization forbids it (" + reason + ")",
          "ask who administers the organization's policies");
    }
    return switch (status) {
      case 304, 409, 412 ->
          error(
              Code.CONFLICT,
              attempt,
              "it was changed meanwhile",
              "look at what is stored now, then decide again");
      case 401 -> token(attempt);
      case 403 ->
          error(
              Code.DENIED,
              attempt,
              "permission is missing",
              "allow these credentials " + attempt.permission() + " on the bucket, or use others");
      case 404 -> error(Code.NOT_FOUND, attempt, "it does not exist", attempt.missing());
      default -> other(attempt, status, reason);
    };
  }

  private static BackendException other(Attempt attempt, int status, String reason) {
    String named = reason.isEmpty() ? "status " + status : reason + " (" + status + ")";
    return status >= 500 || status == 408
        ? error(
            Code.UNREACHABLE,
            attempt,
            "the service failed with " + named + ", also after several tries",
            "try again later")
        : error(
            Code.DAMAGED,
            attempt,
            "the service refused with " + named,
            "check that the configuration names the right bucket, and see --verbose");
  }

  private static BackendException error(Code code, Attempt attempt, String what, String remedy) {
    return new BackendException(code, "cannot " + attempt.doing() + ": " + what, remedy);
  }
}
