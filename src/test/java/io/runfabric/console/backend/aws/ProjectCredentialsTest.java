package io.runfabric.console.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class ProjectCredentialsTest {

  @TempDir Path folder;

  @Test
  void accessKeysOfTheProjectsEnvironmentComeFirst() {
    ProjectCredentials credentials =
        new ProjectCredentials(
            Map.of(
                "AWS_ACCESS_KEY_ID", " id ",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token",
                "AWS_PROFILE", "no-such-profile"));

    assertThat(credentials.resolveCredentials())
        .isEqualTo(AwsSessionCredentials.create("id", "secret", "token"));
  }

  @Test
  void aProfileOfAFileThatOnlyTheEnvironmentNamesIsFound() throws IOException {
    Path file = folder.resolve("credentials");
    Files.writeString(
        file, "[ops]\naws_access_key_id = profile-id\naws_secret_access_key = profile-secret\n");
    ProjectCredentials credentials =
        new ProjectCredentials(
            Map.of("AWS_PROFILE", "ops", "AWS_SHARED_CREDENTIALS_FILE", file.toString()));

    assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("profile-id");
  }

  @Test
  void singleSignOnThatHasEndedIsNoCredentials() throws IOException {
    Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        [profile ops]
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = ops
        [sso-session company]
        sso_region = eu-central-1
        sso_start_url = https://example.awsapps.com/start
        sso_registration_scopes = sso:account:access
        """);
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      ProjectCredentials credentials =
          new ProjectCredentials(Map.of("AWS_PROFILE", "ops", "AWS_CONFIG_FILE", file.toString()));

      assertThatThrownBy(credentials::resolveCredentials)
          .isInstanceOf(NoCredentialsException.class)
          .hasStackTraceContaining("sso");
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
    }
  }

  @Test
  void aWebIdentityTokenThatIsNotThereIsNoCredentials() {
    ProjectCredentials credentials =
        new ProjectCredentials(
            Map.of(
                "AWS_ROLE_ARN",
                "arn:aws:iam::123456789012:role/ops",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                folder.resolve("missing").toString()));

    assertThatThrownBy(credentials::resolveCredentials).isInstanceOf(NoCredentialsException.class);
  }
}
