package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.remote.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

@Timeout(60)
class TokenSourcesTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(10), 1);
  private static final TokenRequestContext STORAGE =
      new TokenRequestContext().addScopes("https://storage.azure.com/.default");

  @TempDir private Path folder;

  @Test
  void aServicePrincipalIsAskedByWhatTheEnvironmentHoldsOfIt() throws Exception {
    Map<String, String> environment = principal();
    environment.put("AZURE_FEDERATED_TOKEN_FILE", file("token", "jwt"));
    assertThat(names(environment)).containsExactly("workload identity");
    environment.put("AZURE_CLIENT_CERTIFICATE_PATH", certificate());
    environment.put("AZURE_CLIENT_CERTIFICATE_PASSWORD", "changeit");
    assertThat(names(environment)).containsExactly("client certificate");
    environment.put("AZURE_CLIENT_SECRET", "secret");
    assertThat(names(environment)).containsExactly("client secret");
  }

  @Test
  void withoutAServicePrincipalThisMachineIsAsked() throws Exception {
    assertThat(names(Map.of())).containsExactly("Azure CLI", "managed identity");
    assertThat(names(Map.of("AZURE_CLIENT_SECRET", "secret")))
        .containsExactly("Azure CLI", "managed identity");
  }

  @Test
  void aClientIdAloneNamesAManagedIdentity() throws Exception {
    assertThat(names(Map.of("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000001")))
        .containsExactly("managed identity", "Azure CLI");
  }

  @Test
  void aFileThatCannotBeReadNamesItsVariable() {
    for (String variable : List.of("AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE")) {
      for (String file : List.of(folder.resolve("geheim").toString(), "\0geheim")) {
        Map<String, String> environment = principal();
        environment.put(variable, file);
        assertThatThrownBy(() -> names(environment))
            .hasMessageContaining(variable)
            .hasMessageNotContaining("geheim");
      }
    }
  }

  @Test
  void whatIsNoTenantIsInvalidAndNotShown() {
    Map<String, String> environment = principal();
    environment.put("AZURE_TENANT_ID", "geheim/..");
    environment.put("AZURE_CLIENT_SECRET", "secret");

    assertThatThrownBy(() -> names(environment))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID))
        .hasMessageContaining("AZURE_TENANT_ID")
        .hasMessageNotContaining("geheim");
  }

  /// Each goes as far as the network, so nothing that was left out of the SDK is missed.
  @Test
  void everyKindOfServicePrincipalSignsInOverTheNetwork() throws Exception {
    for (Map<String, String> how :
        List.of(
            Map.of("AZURE_CLIENT_SECRET", "geheim"),
            Map.of(
                "AZURE_CLIENT_CERTIFICATE_PATH",
                certificate(),
                "AZURE_CLIENT_CERTIFICATE_PASSWORD",
                "changeit"),
            Map.of("AZURE_FEDERATED_TOKEN_FILE", file("token", "geheim")))) {
      Map<String, String> environment = principal();
      environment.putAll(how);

      BackendException failure = listing(environment, Patience.STANDARD);

      assertThat(failure.code()).as(how.keySet().toString()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("signing in to Entra ID: the connection is refused");
    }
  }

  @Test
  void noIdentityOnThisMachineIsDeniedInSeconds() {
    long started = System.nanoTime();

    BackendException failure = listing(Map.of("AZURE_STORAGE_ACCOUNT", "acc"), SHORT);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure)
        .hasMessageContaining(
            "there are no Azure credentials (asked the Azure CLI and the managed identity)");
    assertThat(failure.remedy()).contains("AZURE_STORAGE_CONNECTION_STRING", "az login");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void theManagedIdentityIsAskedForOverTheNetwork() throws Exception {
    TokenSource identity =
        sources(Map.of()).stream()
            .filter(source -> source.name().equals("managed identity"))
            .findFirst()
            .orElseThrow();
    TokenChain chain = new TokenChain(List.of(identity), Patience.STANDARD);

    NoTokenException none =
        catchThrowableOfType(
            NoTokenException.class, () -> chain.getToken(STORAGE).block(Duration.ofSeconds(20)));

    // Reactor adds where it was waited for.
    assertThat(none.getSuppressed()[0])
        .satisfiesAnyOf(
            said -> assertThat(said).isInstanceOf(TimeoutException.class),
            said -> assertThat(said).hasStackTraceContaining("com.microsoft.aad.msal4j.Msal"));
  }

  @Test
  void aSourceThatIsSilentIsLeftForTheNext() {
    AccessToken token = new AccessToken("token", OffsetDateTime.MAX);
    TokenChain chain =
        new TokenChain(
            List.of(
                new TokenSource("silent", false, _ -> Mono.never()),
                new TokenSource("refusing", false, _ -> Mono.error(new IOException())),
                new TokenSource("willing", false, _ -> Mono.just(token)),
                new TokenSource("unasked", false, _ -> Mono.error(new AssertionError("asked")))),
            SHORT);

    assertThat(chain.getToken(STORAGE).block(Duration.ofSeconds(5))).isSameAs(token);
  }

  private static BackendException listing(Map<String, String> environment, Patience patience) {
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              AzblobAccess access = new AzblobAccess(environment, patience, AzblobAccess.FULL_PAGE);
              try (AzblobDocumentStore store = AzblobDocumentStore.open(access, "c", "state")) {
                store.list(new Range("", true), _ -> {}, Cancellation.never());
              }
            });
    assertThat(failure).isNotNull();
    assertThat(failure.sentence() + failure.remedy()).doesNotContain("geheim");
    return failure;
  }

  private static List<String> names(Map<String, String> environment) throws BackendException {
    return sources(environment).stream().map(TokenSource::name).toList();
  }

  private static List<TokenSource> sources(Map<String, String> environment)
      throws BackendException {
    HttpClient http = new JdkHttpClientBuilder().build();
    return TokenSources.of(new Variables(environment), http, Patience.STANDARD);
  }

  private static Map<String, String> principal() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AZURE_STORAGE_ACCOUNT", "acc");
    environment.put("AZURE_TENANT_ID", "00000000-0000-0000-0000-000000000002");
    environment.put("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000003");
    environment.put("AZURE_AUTHORITY_HOST", "https://127.0.0.1:" + freePort());
    return environment;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String certificate() throws Exception {
    Path file = folder.resolve("principal.pfx");
    if (!Files.exists(file)) {
      int exit =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "principal",
                  "-keyalg",
                  "RSA",
                  "-dname",
                  "CN=principal",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("keytool.log").toFile())
              .start()
              .waitFor();
      assertThat(exit).isZero();
    }
    return file.toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
