package io.runfabric.console.backend.azblob;

import com.azure.core.http.HttpHeaderName;
import com.azure.storage.blob.models.BlobStorageException;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What the service says when it refuses: by its error code, else by the status.
final class AzblobRefusal {

  /// How far apart the service lets two clocks be.
  private static final Duration SKEW = Duration.ofMinutes(15);

  private AzblobRefusal() {}

  /// The service's word for an error, such as `ContainerNotFound`; empty when it gave none.
  static String code(BlobStorageException answer) {
    return Optional.ofNullable(answer.getErrorCode()).map(Object::toString).orElse("");
  }

  static BackendException of(Attempt attempt, BlobStorageException answer) {
    String code = code(answer);
    int status = answer.getStatusCode();
    return switch (code) {
      case "ContainerNotFound" ->
          AzblobFailure.error(
              Code.NOT_FOUND, attempt, "the container does not exist", attempt.missing());
      case "ContainerBeingDeleted", "ContainerDisabled" ->
          AzblobFailure.error(
              Code.NOT_FOUND,
              attempt,
              "the container is being deleted (" + code + ")",
              "wait until it is gone and create it again, or name another");
      case "AuthenticationFailed", "InvalidAuthenticationInfo" -> unknown(attempt, answer, code);
      case "AuthorizationPermissionMismatch", "UnauthorizedBlobOverwrite" ->
          denied(
              attempt,
              "permission is missing (" + code + ")",
              "give the identity " + attempt.permission());
      case "AuthorizationFailure", "AuthorizationSourceIPMismatch" ->
          denied(
              attempt,
              "the account does not let these credentials in from here (" + code + ")",
              "allow this machine's address in the account's firewall or in the SAS, and check the"
                  + " account key");
      case "AuthorizationResourceTypeMismatch", "AuthorizationServiceMismatch" ->
          denied(
              attempt,
              "the SAS is for something else (" + code + ")",
              "use a SAS of the Blob service for containers and objects");
      case "AuthorizationProtocolMismatch", "AccountRequiresHttps" ->
          denied(
              attempt,
              "only https is allowed (" + code + ")",
              "use an https endpoint for the account");
      case "KeyBasedAuthenticationNotPermitted" ->
          denied(
              attempt,
              "the account takes no account keys",
              "unset AZURE_STORAGE_KEY and use an identity with a role on the container");
      case "NoAuthenticationInformation", "PublicAccessNotPermitted" ->
          denied(
              attempt,
              "the account lets nobody in without credentials (" + code + ")",
              "put AccountKey or SharedAccessSignature into AZURE_STORAGE_CONNECTION_STRING");
      case "LeaseIdMissing" ->
          AzblobFailure.error(
              Code.LOCKED,
              attempt,
              "somebody holds a lease on the blob",
              "wait until it ends, or break it: az storage blob lease break");
      case "BlobImmutableDueToPolicy" ->
          denied(
              attempt,
              "an immutability policy or a legal hold protects the blob",
              "wait until the policy ends, or keep state in a container without one");
      case "ServerBusy" -> busy(attempt);
      default -> answered(attempt, status, code);
    };
  }

  private static BackendException answered(Attempt attempt, int status, String code) {
    if (status == 429 || status == 503) {
      return busy(attempt);
    }
    if (status == 401 || status == 403) {
      return denied(
          attempt,
          "permission is missing (" + named(status, code) + ")",
          "give the identity " + attempt.permission());
    }
    if (status == 404) {
      return AzblobFailure.error(
          Code.NOT_FOUND,
          attempt,
          "it does not exist",
          "check the account, the container and the endpoint");
    }
    if (status >= 500 || status == 408) {
      return AzblobFailure.error(
          Code.UNREACHABLE,
          attempt,
          "the service failed with " + named(status, code) + ", also after several tries",
          "try again later");
    }
    return AzblobFailure.error(
        Code.DAMAGED,
        attempt,
        "the service refused with " + named(status, code),
        "check that the configuration names the right account and container, and see --verbose");
  }

  private static BackendException unknown(
      Attempt attempt, BlobStorageException answer, String code) {
    boolean skewed =
        Optional.ofNullable(answer.getResponse().getHeaderValue(HttpHeaderName.DATE))
            .flatMap(AzblobRefusal::instant)
            .map(theirs -> Duration.between(theirs, Instant.now()).abs().compareTo(SKEW) > 0)
            .orElse(false);
    return skewed
        ? denied(attempt, "this machine's clock differs from the service's", "set the clock right")
        : denied(
            attempt,
            "the credentials are not accepted (" + code + ")",
            "check the account key, or whether the SAS or the token has expired");
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static BackendException busy(Attempt attempt) {
    return AzblobFailure.error(
        Code.UNREACHABLE,
        attempt,
        "the service is throttling, also after several tries",
        "try again later, or read less at once: RUNFABRIC_CONSOLE_READS=4");
  }

  private static BackendException denied(Attempt attempt, String what, String remedy) {
    return AzblobFailure.error(Code.DENIED, attempt, what, remedy);
  }

  private static String named(int status, String code) {
    return code.isEmpty() ? "status " + status : code + " (" + status + ")";
  }
}
