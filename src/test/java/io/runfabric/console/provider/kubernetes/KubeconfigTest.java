package io.runfabric.console.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.provider.CloudAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KubeconfigTest {

  @TempDir private Path folder;

  @Test
  void ofEachNameTheFirstFileCounts() throws Exception {
    write("a", config("https://a.example", "token: '1'"));
    write("b", config("https://b.example", "token: '2'").replace("name: test", "name: other"));

    Kubeconfig read = read("missing" + File.pathSeparator + "a" + File.pathSeparator + "b");

    assertThat(read.context("").cluster().text("server")).isEqualTo("https://a.example");
    assertThat(read.context("other").name()).isEqualTo("other");
    assertThat(read.context("other").user().text("token")).isEqualTo("1");
  }

  @Test
  void aTokenOfDigitsIsAText() throws Exception {
    write("a", config("https://a.example", "token: 0x4711"));

    assertThat(UserLogin.of(read("a").context("")).headers())
        .containsEntry("Authorization", "Bearer 0x4711");
  }

  @Test
  void aTokenFileLiesBesideTheKubeconfig() throws Exception {
    write("token", "geheim\n");
    write("a", config("https://a.example", "tokenFile: token"));

    assertThat(UserLogin.of(read("a").context("")).headers())
        .containsEntry("Authorization", "Bearer geheim");
  }

  @Test
  void aContextThatIsNotThereIsInvalid() throws Exception {
    write("a", config("https://a.example", "token: geheim"));
    Kubeconfig read = read("a");

    assertThat(failure(() -> read.context("missing"))).hasMessageContaining("outputs.context");
  }

  @Test
  void aContextWithoutItsUserIsInvalid() throws Exception {
    write("a", config("https://a.example", "token: geheim").replace("user: u,", "user: x,"));
    Kubeconfig read = read("a");

    assertThat(failure(() -> read.context("")).code()).isEqualTo(Code.INVALID);
  }

  @Test
  void whatIsNoKubeconfigIsNotQuoted() throws Exception {
    for (String text :
        List.of(
            "geheim",
            "- geheim",
            "a: [geheim",
            "clusters: geheim",
            "users: [geheim]",
            "!!java.net.URL [geheim]",
            "a: &a [*a, geheim]\nusers: *a",
            "[".repeat(200))) {
      write("a", text);

      BackendException failure = failure(() -> read("a").context(""));

      assertThat(failure.code()).as(text).isEqualTo(Code.INVALID);
    }
  }

  @Test
  void whatKubectlGaveUpIsNotSupported() throws Exception {
    write("a", config("https://a.example", "auth-provider: {name: gcp}"));

    assertThat(failure(() -> UserLogin.of(read("a").context(""))).code())
        .isEqualTo(Code.UNSUPPORTED);
  }

  @Test
  void aServerWithoutTlsIsNoneExceptOnThisMachine() throws Exception {
    write("a", config("http://a.example", "token: geheim"));

    assertThat(failure(() -> Cluster.open(read("a").context("")).close()))
        .hasMessageContaining("server is no https URL");
  }

  @Test
  void whatIsNoCertificateOrKeyIsNotQuoted() throws Exception {
    for (String user :
        List.of(
            "client-certificate-data: Z2VoZWlt, client-key-data: Z2VoZWlt",
            "client-certificate-data: Z2VoZWlt",
            "client-certificate: missing, client-key: missing")) {
      write("a", config("https://a.example", user));

      assertThat(failure(() -> Cluster.open(read("a").context("")).close()).code())
          .isEqualTo(Code.INVALID);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginGivesATokenAndIsAskedOnce() throws Exception {
    plugin(
        """
        echo run >> runs
        printf '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
        "status": {"token": "%s-%s", "expirationTimestamp": "2999-01-01T00:00:00Z"}}' "$1" "$EXTRA"
        """);
    var login = UserLogin.of(read("a").context(""));

    assertThat(login.headers()).containsEntry("Authorization", "Bearer one-two");
    assertThat(login.headers()).containsEntry("Authorization", "Bearer one-two");
    assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginWhoseTokenIsPastIsAskedAgain() throws Exception {
    plugin(
        """
        echo run >> runs
        echo '{"status": {"token": "t", "expirationTimestamp": "2020-01-01T00:00:00Z"}}'
        """);
    var login = UserLogin.of(read("a").context(""));

    login.headers();
    login.headers();

    assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginThatFailsIsNotQuoted() throws Exception {
    for (String script :
        List.of(
            "echo geheim; echo geheim >&2; exit 1",
            "echo geheim",
            "echo '{\"status\": \"geheim\"}'",
            "echo '{\"status\": {}, \"x\": \"geheim\"}'")) {
      plugin(script);

      BackendException failure = failure(() -> UserLogin.of(read("a").context("")).headers());

      assertThat(failure.code()).as(script).isEqualTo(Code.DENIED);
      assertThat(failure).hasNoCause();
    }
  }

  @Test
  void aKubeconfigThatTheProjectNamesRunsNothing() throws Exception {
    plugin("touch ran");

    BackendException failure = failure(() -> UserLogin.of(foreign("a").context("")));

    assertThat(failure).hasMessageContaining("a program to run");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aKubeconfigThatTheProjectNamesReadsNoFileElsewhere() throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    write("token", "geheim");
    write("project/a", config("https://a.example", "tokenFile: ../token"));

    BackendException failure =
        failure(() -> UserLogin.of(foreign(project.resolve("a").toString()).context("")).headers());

    assertThat(failure).hasMessageContaining("tokenFile leads out of its folder");
  }

  private void plugin(String script) throws IOException {
    write("plugin.sh", "cd \"$(dirname \"$0\")\"\n" + script);
    write(
        "a",
        config(
            "https://a.example",
            """
            exec: {apiVersion: client.authentication.k8s.io/v1, command: sh,
            args: ['%s', one], env: [{name: EXTRA, value: two}]}\
            """
                .formatted(folder.resolve("plugin.sh"))));
  }

  private static String config(String server, String user) {
    return """
    current-context: test
    clusters: [{name: c, cluster: {server: '%s'}}]
    users: [{name: u, user: {%s}}]
    contexts: [{name: test, context: {user: u, cluster: c}}]
    """
        .formatted(server, user);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Kubeconfig read(String variable) throws BackendException {
    return Kubeconfig.read(new CloudAccess(Map.of("KUBECONFIG", variable), "", folder));
  }

  /// As a project's `.env` leads there.
  private Kubeconfig foreign(String variable) throws BackendException {
    return Kubeconfig.read(
        new CloudAccess(Map.of("KUBECONFIG", variable), "", folder, Set.of("KUBECONFIG")));
  }

  private static BackendException failure(ThrowingCallable work) {
    BackendException failure = catchThrowableOfType(BackendException.class, work);
    assertThat(failure).isNotNull().hasMessageNotContaining("geheim");
    return failure;
  }
}
