package io.runfabric.console.backend.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// A failure of the AWS SDK in the words of the backend room. The SDK's own messages may quote
/// requests, so only error codes and status numbers are passed on.
public final class AwsFailure {

  static final String NO_CREDENTIALS_REMEDY =
      "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; for single sign-on run"
          + " 'aws sso login'";
  private static final Set<String> REFUSED_CREDENTIALS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "InvalidToken");
  private static final Set<String> EXPIRED_CREDENTIALS =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> CLOCK =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
  private static final Set<String> OTHER_REGION =
      Set.of("PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed");
  private static final Set<String> BUSY =
      Set.of(
          "SlowDown",
          "ServiceUnavailable",
          "RequestLimitExceeded",
          "ThrottlingException",
          "Throttling",
          "ProvisionedThroughputExceededException");

  private AwsFailure() {}

  /// The error for a failed attempt; never one of `CONFLICT` or `UNREADABLE_DOCUMENT`, which the
  /// stores know.
  public static BackendException of(Attempt attempt, SdkException failure) {
    BackendException told =
        Causes.first(failure, NoCredentialsException.class).isPresent()
            ? noCredentials(attempt)
            : Causes.first(failure, AwsServiceException.class)
                .map(answer -> answered(attempt, answer))
                .orElseGet(() -> unanswered(attempt, failure));
    return told.causedBy(failure);
  }

  /// The service's word for an error, such as `NoSuchBucket`; empty when it gave none.
  public static String code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .flatMap(details -> Optional.ofNullable(details.errorCode()))
        .orElse("");
  }

  private static BackendException noCredentials(Attempt attempt) {
    return error(
        Code.DENIED, attempt, "there are no AWS credentials that are good", NO_CREDENTIALS_REMEDY);
  }

  private static BackendException answered(Attempt attempt, AwsServiceException answer) {
    String code = code(answer);
    int status = answer.statusCode();
    if (BUSY.contains(code) || answer.isThrottlingException() || status == 503 || status == 429) {
      return error(
          Code.UNREACHABLE,
          attempt,
          "the service is throttling, also after several tries",
          "try again later, or read less at once: RUNFABRIC_CONSOLE_READS=4");
    }
    if (CLOCK.contains(code)) {
      return error(
          Code.DENIED,
          attempt,
          "this machine's clock differs from the service's",
          "set the clock right");
    }
    if (EXPIRED_CREDENTIALS.contains(code)) {
      return error(
          Code.DENIED, attempt, "the credentials have expired (" + code + ")", "sign in again");
    }
    if (REFUSED_CREDENTIALS.contains(code)) {
      return error(
          Code.DENIED,
          attempt,
          "the credentials are not accepted (" + code + ")",
          "check the access key, its secret and the session token");
    }
    if (OTHER_REGION.contains(code) || status == 301 || status == 307) {
      return error(
          Code.DAMAGED,
          attempt,
          "the bucket is in another region",
          "set provider.region, or AWS_REGION, to the bucket's region");
    }
    if (status == 403 || status == 401 || code.startsWith("AccessDenied")) {
      return error(
          Code.DENIED,
          attempt,
          "permission is missing",
          "allow these credentials the action " + attempt.permission() + ", or use others");
    }
    if (status == 404 || code.equals("ResourceNotFoundException")) {
      return error(Code.NOT_FOUND, attempt, "it does not exist", attempt.missing());
    }
    if (status >= 500) {
      return error(
          Code.UNREACHABLE,
          attempt,
          "the service failed with " + named(status, code) + ", also after several tries",
          "try again later");
    }
    return error(
        Code.DAMAGED,
        attempt,
        "the service refused with " + named(status, code),
        "check that the configuration names the right bucket or table, and see --verbose");
  }

  private static BackendException unanswered(Attempt attempt, Throwable failure) {
    boolean late =
        Causes.first(failure, ApiCallTimeoutException.class).isPresent()
            || Causes.first(failure, ApiCallAttemptTimeoutException.class).isPresent();
    return late ? NoAnswer.late(attempt) : NoAnswer.of(attempt, failure);
  }

  private static BackendException error(Code code, Attempt attempt, String what, String remedy) {
    return new BackendException(code, "cannot " + attempt.doing() + ": " + what, remedy);
  }

  private static String named(int status, String code) {
    return code.isEmpty() ? "status " + status : code + " (" + status + ")";
  }
}
