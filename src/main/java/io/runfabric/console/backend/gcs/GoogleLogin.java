package io.runfabric.console.backend.gcs;

import com.google.auth.oauth2.ComputeEngineCredentials;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.KeptConnections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A project's Google credentials, the same as a store's, for Google's other services.
public final class GoogleLogin {

  /// What Google's services ask for whatever is done with them; a role says what may be.
  public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

  /// What to do when a token is not accepted.
  public static final String SIGN_IN =
      "check the key file that GOOGLE_APPLICATION_CREDENTIALS names, or sign in again with 'gcloud"
          + " auth application-default login'";

  private static final String BILLED = "GOOGLE_CLOUD_QUOTA_PROJECT";

  static {
    KeptConnections.enough();
  }

  private final Map<String, String> environment;
  private final ProjectCredentials credentials;
  private final Attempt attempt;

  /// @param environment the process's variables over those of `.env`
  /// @param folder which relative paths start from
  /// @param scope what the tokens are to be good for, such as [#CLOUD_PLATFORM]
  /// @param doing what they are for, such as `look into Google Cloud`
  public GoogleLogin(Map<String, String> environment, Path folder, String scope, String doing) {
    this.environment = environment;
    this.credentials =
        new ProjectCredentials(
            environment, folder, ComputeEngineCredentials.getMetadataServerUrl(), scope);
    this.attempt = new Attempt(doing, "", "");
  }

  /// Makes sure that there are credentials; whether they are good only a request tells.
  ///
  /// @throws BackendException with [Code#DENIED] when there are none
  public void prove() throws BackendException {
    try {
      var _ = credentials.found();
    } catch (IOException e) {
      throw GcsFailure.of(e).told(attempt);
    }
  }

  /// The headers that a request proves itself with; may ask Google for a token.
  ///
  /// @throws BackendException when none is given, or when the credentials are another cloud's
  public Map<String, String> headers() throws BackendException {
    try {
      var _ = credentials.getUniverseDomain();
      Map<String, String> headers = new HashMap<>();
      credentials
          .getRequestMetadata(URI.create("https://googleapis.com/"))
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Optional.ofNullable(environment.get(BILLED))
          .map(String::strip)
          .filter(project -> !project.isEmpty())
          .ifPresent(project -> headers.put("x-goog-user-project", project));
      return headers;
    } catch (IOException e) {
      throw GcsFailure.of(e).told(attempt);
    }
  }

  /// The domain of Google's services: `googleapis.com`, unless the environment names another
  /// cloud's.
  public String domain() {
    return Optional.ofNullable(environment.get(ProjectCredentials.UNIVERSE))
        .map(String::strip)
        .filter(domain -> !domain.isEmpty())
        .orElse("googleapis.com");
  }
}
