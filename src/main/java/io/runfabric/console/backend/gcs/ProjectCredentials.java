package io.runfabric.console.backend.gcs;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.Credentials;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import io.runfabric.console.backend.remote.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Google's default credentials over a project's environment, looked for when the first request
/// needs them: the file that `GOOGLE_APPLICATION_CREDENTIALS` names, that of `gcloud auth
/// application-default login`, and the metadata server of Google's machines.
final class ProjectCredentials extends Credentials {

  private static final long serialVersionUID = 1L;

  /// Names the domain of another cloud than Google's public one.
  static final String UNIVERSE = "GOOGLE_CLOUD_UNIVERSE_DOMAIN";

  /// What the tokens of a store are good for.
  static final String STORAGE = "https://www.googleapis.com/auth/devstorage.full_control";

  private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";

  /// Elsewhere than on Google's machines nobody answers, or not at all.
  private static final Duration METADATA_LIMIT = Duration.ofSeconds(2);

  private final transient Map<String, String> environment;
  private final transient Path folder;
  private final String metadataServer;
  private final String scope;
  private transient Optional<GoogleCredentials> found = Optional.empty();

  /// @param folder which relative paths start from
  /// @param metadataServer its URL; the SDK takes it from the process's environment
  /// @param scope what the tokens are to be good for, such as [#STORAGE]
  ProjectCredentials(
      Map<String, String> environment, Path folder, String metadataServer, String scope) {
    this.environment = environment;
    this.folder = folder;
    this.metadataServer = metadataServer;
    this.scope = scope;
  }

  @Override
  public String getAuthenticationType() {
    return "OAuth2";
  }

  @Override
  public boolean hasRequestMetadata() {
    return true;
  }

  @Override
  public boolean hasRequestMetadataOnly() {
    return true;
  }

  @Override
  public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) throws IOException {
    return found().getRequestMetadata(uri);
  }

  // The SDK compares too, and then tells of it with classes of its gRPC side.
  @Override
  public String getUniverseDomain() throws IOException {
    String domain = found().getUniverseDomain();
    if (!domain.equals(variable(UNIVERSE).orElse(GOOGLE_DEFAULT_UNIVERSE))) {
      throw new NoCredentialsException(
          "the credentials are those of another cloud",
          "set " + UNIVERSE + " to the domain of the cloud that they are for, or use others");
    }
    return domain;
  }

  @Override
  public void refresh() throws IOException {
    found().refresh();
  }

  /// Where credentials are looked for first, in this environment; nobody is asked.
  String origin() {
    if (variable(FILE).isPresent()) {
      return FILE;
    }
    return Files.exists(login()) ? "gcloud's application-default login" : "the metadata server";
  }

  private Path login() {
    return gcloud().resolve("application_default_credentials.json");
  }

  /// @throws NoCredentialsException when there are none
  synchronized GoogleCredentials found() throws IOException {
    if (found.isEmpty()) {
      GoogleCredentials credentials = find();
      found =
          Optional.of(
              credentials.createScopedRequired() ? credentials.createScoped(scope) : credentials);
    }
    return found.get();
  }

  private GoogleCredentials find() throws IOException {
    Optional<Path> named = variable(FILE).map(folder::resolve);
    if (named.isPresent()) {
      return read(named.get(), "the file that " + FILE + " names");
    }
    if (Files.exists(login())) {
      return read(login(), "the file of 'gcloud auth application-default login'");
    }
    if (onGoogleCloud()) {
      return ComputeEngineCredentials.newBuilder()
          .setHttpTransportFactory(NetHttpTransport::new)
          .build();
    }
    throw new NoCredentialsException(
        "there are no Google credentials",
        "set " + FILE + " to a key file, or run 'gcloud auth application-default login'");
  }

  // A parser's exception quotes what it read, which may be the key.
  private static GoogleCredentials read(Path file, String what) throws NoCredentialsException {
    if (!Files.isReadable(file)) {
      throw new NoCredentialsException(
          what + " cannot be read", "check the path, which starts from the project's folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return GoogleCredentials.fromStream(in, NetHttpTransport::new);
    } catch (IOException | RuntimeException _) {
      throw new NoCredentialsException(
          what + " holds no credentials", "create a new key file, or sign in with gcloud again");
    }
  }

  private Path gcloud() {
    Optional<Path> configured = variable("CLOUDSDK_CONFIG").map(folder::resolve);
    if (configured.isPresent()) {
      return configured.get();
    }
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Optional<Path> roaming = windows ? variable("APPDATA").map(Path::of) : Optional.empty();
    return roaming
        .orElseGet(() -> Path.of(System.getProperty("user.home", ""), ".config"))
        .resolve("gcloud");
  }

  private boolean onGoogleCloud() {
    if (Boolean.parseBoolean(variable("NO_GCE_CHECK").orElse(""))) {
      return false;
    }
    try {
      return TimeLimit.within(METADATA_LIMIT, this::metadataServerAnswers);
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  private boolean metadataServerAnswers() throws IOException {
    HttpURLConnection asked =
        (HttpURLConnection) URI.create(metadataServer).toURL().openConnection(Proxy.NO_PROXY);
    try {
      asked.setConnectTimeout((int) METADATA_LIMIT.toMillis());
      asked.setReadTimeout((int) METADATA_LIMIT.toMillis());
      asked.setRequestProperty("Metadata-Flavor", "Google");
      return "Google".equals(asked.getHeaderField("Metadata-Flavor"));
    } finally {
      asked.disconnect();
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
