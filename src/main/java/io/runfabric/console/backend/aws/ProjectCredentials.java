package io.runfabric.console.backend.aws;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The AWS default chain over a project's environment: access keys, web identity, then the profile
/// (also SSO), container and instance as the SDK finds them.
final class ProjectCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

  /// Which part of the chain is asked.
  enum Way {
    KEYS,
    WEB_IDENTITY,
    CHAIN
  }

  private final AwsCredentialsProvider chain;
  private final Way way;

  ProjectCredentials(Map<String, String> environment) {
    Optional<AwsCredentialsProvider> keys = keys(environment);
    Optional<AwsCredentialsProvider> web =
        keys.isPresent() ? Optional.empty() : webIdentity(environment);
    chain = keys.or(() -> web).orElseGet(() -> rest(environment));
    way = keys.isPresent() ? Way.KEYS : web.isPresent() ? Way.WEB_IDENTITY : Way.CHAIN;
  }

  Way way() {
    return way;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return chain.resolveCredentials();
    } catch (SdkException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      throw new NoCredentialsException(e);
    }
  }

  @Override
  public void close() {
    if (chain instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("credentials cannot be let go", e);
      }
    }
  }

  private static Optional<AwsCredentialsProvider> keys(Map<String, String> environment) {
    Optional<String> id = filled(environment, "AWS_ACCESS_KEY_ID");
    Optional<String> secret = filled(environment, "AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    AwsCredentials credentials =
        filled(environment, "AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
    return Optional.of(StaticCredentialsProvider.create(credentials));
  }

  private static Optional<AwsCredentialsProvider> webIdentity(Map<String, String> environment) {
    Optional<String> role = filled(environment, "AWS_ROLE_ARN");
    Optional<String> token = filled(environment, "AWS_WEB_IDENTITY_TOKEN_FILE");
    if (role.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        WebIdentityTokenFileCredentialsProvider.builder()
            .roleArn(role.get())
            .webIdentityTokenFile(Path.of(token.get()))
            .roleSessionName(
                filled(environment, "AWS_ROLE_SESSION_NAME").orElse("runfabric-console"))
            .build());
  }

  private static AwsCredentialsProvider rest(Map<String, String> environment) {
    DefaultCredentialsProvider.Builder rest = DefaultCredentialsProvider.builder();
    filled(environment, "AWS_PROFILE").ifPresent(rest::profileName);
    profiles(environment).ifPresent(rest::profileFile);
    return rest.build();
  }

  // Where neither file is named elsewhere the SDK reads ~/.aws by itself.
  private static Optional<ProfileFile> profiles(Map<String, String> environment) {
    Optional<ProfileFile> config =
        file(environment, "AWS_CONFIG_FILE", ProfileFile.Type.CONFIGURATION);
    Optional<ProfileFile> credentials =
        file(environment, "AWS_SHARED_CREDENTIALS_FILE", ProfileFile.Type.CREDENTIALS);
    if (config.isEmpty() && credentials.isEmpty()) {
      return Optional.empty();
    }
    ProfileFile.Aggregator both = ProfileFile.aggregator();
    credentials.ifPresent(both::addFile);
    config.ifPresent(both::addFile);
    both.addFile(ProfileFile.defaultProfileFile());
    return Optional.of(both.build());
  }

  private static Optional<ProfileFile> file(
      Map<String, String> environment, String variable, ProfileFile.Type type) {
    return filled(environment, variable)
        .map(Path::of)
        .filter(java.nio.file.Files::isReadable)
        .map(path -> ProfileFile.builder().content(path).type(type).build());
  }

  private static Optional<String> filled(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
