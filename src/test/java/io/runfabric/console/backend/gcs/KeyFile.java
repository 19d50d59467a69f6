package io.runfabric.console.backend.gcs;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Credential files as Google's tools write them, good for nothing outside the tests.
final class KeyFile {

  private KeyFile() {}

  /// A service account's, with a fresh key.
  static String serviceAccount(String tokenUri) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    String key =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
            .replace("\r\n", "\\n");
    return """
    {"type": "service_account", "project_id": "p", "private_key_id": "k", "client_id": "1",
     "client_email": "console@example.iam.gserviceaccount.com",
     "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
     "token_uri": "%s"}
    """
        .formatted(key, tokenUri);
  }

  /// That of a sign-in with gcloud.
  static String user(String tokenUri) {
    return """
    {"type": "authorized_user", "client_id": "id", "client_secret": "secret",
     "refresh_token": "refresh", "quota_project_id": "billed", "token_uri": "%s"}
    """
        .formatted(tokenUri);
  }

  /// Another platform's, whose token is exchanged where nobody listens: the SDK insists on TLS.
  static String external(Path subjectToken) {
    return """
    {"type": "external_account",
     "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p",
     "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
     "token_url": "https://127.0.0.1:1/token",
     "credential_source": {"file": "%s"}}
    """
        .formatted(subjectToken.toString().replace('\\', '/'));
  }
}
