package io.runfabric.console.backend.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.KeptConnections;
import io.runfabric.console.backend.remote.Patience;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// How one project reaches AWS. Variables come from the project's environment, so those of its
/// `.env` count; what they leave open the SDK's own default chain fills.
///
/// @param environment the process's variables over those of `.env`
/// @param region such as `eu-central-1`
public record AwsAccess(Map<String, String> environment, String region, Patience patience) {

  static {
    KeptConnections.enough();
  }

  /// Access with the standard patience.
  public AwsAccess(Map<String, String> environment, String region) {
    this(environment, region, Patience.of(environment));
  }

  /// The endpoint that is to be used instead of AWS: `AWS_ENDPOINT_URL_<service>`, else
  /// `AWS_ENDPOINT_URL`; unless `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` is true.
  ///
  /// @param service upper case, such as `S3`
  /// @throws BackendException with [Code#INVALID] when it is no http or https URL
  public Optional<URI> endpoint(String service) throws BackendException {
    if (Boolean.parseBoolean(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").orElse(""))) {
      return Optional.empty();
    }
    Optional<String> name =
        Stream.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")
            .filter(asked -> variable(asked).isPresent())
            .findFirst();
    return name.isEmpty() ? Optional.empty() : Optional.of(url(name.get()));
  }

  /// Where requests go, for people: `http://127.0.0.1:9000`, or `us-east-1`.
  public String place(Optional<URI> endpoint) {
    return endpoint.map(uri -> uri.getScheme() + "://" + uri.getAuthority()).orElse(region);
  }

  /// The client of a service with this project's credentials, region, time-outs and retries.
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Optional<URI> endpoint) {
    return client(builder, endpoint, AwsRetryStrategy.standardRetryStrategy(), patience.attempts());
  }

  /// As [#client(AwsClientBuilder, Optional)], for a service that allows few requests a second:
  /// once it throttles, requests are held back until it no longer does.
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C lookingClient(
      B builder, Optional<URI> endpoint) {
    return client(
        builder, endpoint, AwsRetryStrategy.adaptiveRetryStrategy(), 2 * patience.attempts());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Optional<URI> endpoint, RetryStrategy retries, int attempts) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(region))
        .credentialsProvider(new ProjectCredentials(environment))
        .httpClient(
            new WholeAnswers(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(patience.connect())
                    .socketTimeout(patience.silence())
                    .build()))
        .overrideConfiguration(override ->
            override
                .apiCallTimeout(patience.call())
                .retryStrategy(retries.toBuilder().maxAttempts(attempts).build()))
        .build();
  }

  /// Makes sure that there are credentials; whether they are good only a request tells.
  ///
  /// @param doing what they are for, such as `look into AWS Lambda`
  /// @throws BackendException with [Code#DENIED] when there are none
  public void proveCredentials(String doing) throws BackendException {
    try (ProjectCredentials chain = new ProjectCredentials(environment)) {
      chain.resolveCredentials();
    } catch (NoCredentialsException e) {
      throw AwsFailure.of(new Attempt(doing, "", ""), e);
    }
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "AwsAccess[" + region + "]";
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private URI url(String name) throws BackendException {
    try {
      URI uri = new URI(variable(name).orElseThrow());
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Told below; the exception quotes the value, which may hold a password.
    }
    throw new BackendException(
        Code.INVALID,
        "the variable " + name + " holds no URL such as http://127.0.0.1:9000",
        "set it to an http or https URL without user and password, or unset it");
  }
}
