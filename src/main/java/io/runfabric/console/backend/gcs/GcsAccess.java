package io.runfabric.console.backend.gcs;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.HttpStorageOptions;
import com.google.cloud.storage.StorageOptions;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.KeptConnections;
import io.runfabric.console.backend.remote.Patience;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How one project reaches Google Cloud Storage. Variables come from the project's environment, so
/// those of its `.env` count.
///
/// @param environment the process's variables over those of `.env`
/// @param folder of the project, which a relative `GOOGLE_APPLICATION_CREDENTIALS` starts from
public record GcsAccess(Map<String, String> environment, Path folder, Patience patience) {

  private static final String EMULATOR = "STORAGE_EMULATOR_HOST";

  /// Requests for objects name a bucket and no project; without a name the SDK would look for one,
  /// also on the network.
  private static final String NO_PROJECT = "none";

  static {
    KeptConnections.enough();
  }

  /// Access with the standard patience.
  public GcsAccess(Map<String, String> environment, Path folder) {
    this(environment, folder, Patience.of(environment));
  }

  /// What the SDK needs to know. Nothing is asked of anybody yet, also not for credentials.
  ///
  /// @throws BackendException with [Code#INVALID] when `STORAGE_EMULATOR_HOST` is no address
  HttpStorageOptions options() throws BackendException {
    HttpStorageOptions.Builder options =
        StorageOptions.http()
            .setProjectId(NO_PROJECT)
            .setTransportOptions(
                HttpTransportOptions.newBuilder()
                    .setHttpTransportFactory(NetHttpTransport::new)
                    .setConnectTimeout(Math.toIntExact(patience.connect().toMillis()))
                    .setReadTimeout(Math.toIntExact(patience.silence().toMillis()))
                    .build())
            .setRetrySettings(retries());
    Optional<String> emulator = emulator();
    emulator.ifPresent(options::setHost);
    options.setCredentials(emulator.isPresent() ? NoCredentials.getInstance() : credentials());
    variable("GOOGLE_CLOUD_QUOTA_PROJECT").ifPresent(options::setQuotaProjectId);
    variable(ProjectCredentials.UNIVERSE).ifPresent(options::setUniverseDomain);
    return options.build();
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "GcsAccess[" + folder + "]";
  }

  /// Where credentials come from: a variable, a login, or nowhere, for an emulator.
  String credentialOrigin() throws BackendException {
    return emulator().isPresent() ? EMULATOR : credentials().origin();
  }

  private ProjectCredentials credentials() {
    return new ProjectCredentials(
        environment,
        folder,
        ComputeEngineCredentials.getMetadataServerUrl(),
        ProjectCredentials.STORAGE);
  }

  private RetrySettings retries() {
    return StorageOptions.getDefaultRetrySettings().toBuilder()
        .setInitialRetryDelayDuration(Duration.ofMillis(250))
        .setMaxAttempts(patience.attempts())
        .setTotalTimeoutDuration(patience.call())
        .build();
  }

  private Optional<String> emulator() throws BackendException {
    Optional<String> value = variable(EMULATOR);
    return value.isEmpty() ? value : Optional.of(address(value.get()));
  }

  private static String address(String value) throws BackendException {
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri.getScheme() + "://" + uri.getAuthority();
      }
    } catch (URISyntaxException _) {
      // Told below; the exception quotes the value, which may hold a password.
    }
    throw new BackendException(
        Code.INVALID,
        "the variable " + EMULATOR + " holds no address such as http://127.0.0.1:4443",
        "set it to a host and port, or an http or https URL, without user and password, or unset"
            + " it");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
