package io.runfabric.console.backend.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.HttpDate;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.config.Project;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpResponse;

/// What S3 and DynamoDB are asked alike: credentials, transit, clock.
///
/// @param service upper case, such as `S3`
public record AwsCheckup(Project project, AwsAccess access, String service) {

  // The SDK's codes for where credentials are from.
  private static final String CONTAINER = "z";
  private static final String INSTANCE = "0";

  /// Tells whether there are credentials and where they are from, and how requests travel.
  ///
  /// @return whether there are credentials
  public boolean tell(Sitting sitting) {
    try {
      Optional<URI> endpoint = access.endpoint(service);
      Transit.tell(
          endpoint.orElse(URI.create("https://amazonaws.com")),
          "use an https endpoint in AWS_ENDPOINT_URL_" + service,
          sitting);
    } catch (BackendException e) {
      sitting.critical(Area.CONFIGURATION, "endpoint", e.sentence(), e.remedy());
      return false;
    }
    return credentials(sitting);
  }

  private boolean credentials(Sitting sitting) {
    try (ProjectCredentials chain = new ProjectCredentials(access.environment())) {
      AwsCredentials found = chain.resolveCredentials();
      sitting.ok(Area.CREDENTIALS, "credentials", "found: " + origin(chain.way(), found));
      found
          .expirationTime()
          .filter(end -> end.isBefore(sitting.clock().instant().plus(Duration.ofMinutes(15))))
          .ifPresent(end ->
              sitting.warning(
                  Area.CREDENTIALS, "credentials", "they expire at " + end, "sign in again"));
      return true;
    } catch (NoCredentialsException _) {
      sitting.critical(
          Area.CREDENTIALS,
          "credentials",
          "there are no AWS credentials that are good",
          AwsFailure.NO_CREDENTIALS_REMEDY);
      return false;
    }
  }

  private String origin(ProjectCredentials.Way way, AwsCredentials found) {
    return switch (way) {
      case KEYS ->
          "AWS_ACCESS_KEY_ID of "
              + project.variableOrigin("AWS_ACCESS_KEY_ID")
              + ", AWS_SECRET_ACCESS_KEY of "
              + project.variableOrigin("AWS_SECRET_ACCESS_KEY");
      case WEB_IDENTITY -> "web identity, by AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE";
      case CHAIN ->
          switch (found.providerName().orElse("")) {
            case CONTAINER -> "the container's role";
            case INSTANCE -> "the instance's role";
            default ->
                "profile "
                    + Optional.ofNullable(access.environment().get("AWS_PROFILE"))
                        .filter(name -> !name.isBlank())
                        .orElse("default");
          };
    };
  }

  /// Compares this machine's clock with that of an answer.
  public static void clock(SdkHttpResponse answer, Sitting sitting) {
    HttpDate.tell(answer.firstMatchingHeader("Date"), sitting);
  }
}
