package io.runfabric.console.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Receipts;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.kinds.Clouds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cluster with an authority of its own, which wants to see a user's certificate.
@Timeout(60)
class KubernetesTlsTest {

  @TempDir private static Path keysFolder;

  private static ClusterKeys keys;
  private static RecordedCloud server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    keys = ClusterKeys.make(keysFolder);
    server =
        RecordedCloud.overTls(keys.server(), Recorded.json(404, "{\"reason\": \"NotFound\"}"))
            .at("/api/v1/namespaces/shop-prod", "{\"metadata\": {\"name\": \"shop-prod\"}}");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theClustersAuthorityAndTheUsersCertificateAreEnough() throws Exception {
    There there = look("localhost", authority(), certificate());

    assertThat(there.unclear()).isEmpty();
  }

  @Test
  void aClusterOfAnUnknownAuthorityIsNotTrusted() throws Exception {
    assertThat(failure("localhost", "", certificate()))
        .hasMessageContaining("no trusted TLS connection");
  }

  @Test
  void aServerThatIsAnotherThanTheHostIsNotTrusted() throws Exception {
    assertThat(failure("127.0.0.1", authority(), certificate()))
        .hasMessageContaining("no trusted TLS connection");
  }

  @Test
  void theServersNameMayBeAnotherThanTheHosts() throws Exception {
    String named = authority() + ", tls-server-name: kubernetes.default";

    assertThat(look("127.0.0.1", named, certificate()).trouble()).isEmpty();
  }

  @Test
  void aServerWithoutTheWantedNameIsNotTrusted() throws Exception {
    String named = authority() + ", tls-server-name: other.default";

    assertThat(failure("localhost", named, certificate()))
        .hasMessageContaining("no trusted TLS connection");
  }

  @Test
  void whoSkipsVerificationIsToldSo() throws Exception {
    There there = look("127.0.0.1", ", insecure-skip-tls-verify: true", certificate());

    assertThat(there.unclear().get("certificate")).contains("insecure-skip-tls-verify");
  }

  @Test
  void withoutACertificateTheClusterDoesNotAnswer() throws Exception {
    assertThat(failure("localhost", authority(), "token: geheim").code())
        .isEqualTo(Code.UNREACHABLE);
  }

  private static String authority() throws Exception {
    return ", certificate-authority-data: " + keys.certificateData("authority");
  }

  private static String certificate() throws Exception {
    return "client-certificate-data: %s, client-key-data: %s"
        .formatted(keys.certificateData("user"), keys.keyData("user"));
  }

  private BackendException failure(String host, String cluster, String user) {
    BackendException failure =
        catchThrowableOfType(BackendException.class, () -> look(host, cluster, user));
    assertThat(failure).isNotNull();
    return failure;
  }

  private There look(String host, String cluster, String user) throws Exception {
    Files.writeString(
        folder.resolve("config"),
        """
        current-context: test
        clusters: [{name: c, cluster: {server: 'https://%s:%d'%s}}]
        users: [{name: u, user: {%s}}]
        contexts: [{name: test, context: {cluster: c, user: u}}]
        """
            .formatted(host, server.port(), cluster, user));
    CloudAccess access = new CloudAccess(Map.of("KUBECONFIG", "config"), "", folder);
    try (Cloud cloud = Clouds.open("kubernetes", access)) {
      return (There)
          cloud
              .lookups(Receipts.of("kubernetes", Map.of(), Map.of()))
              .getFirst()
              .looking()
              .look(Cancellation.never());
    }
  }
}
