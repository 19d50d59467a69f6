package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Patience;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

@Timeout(30)
class EntraLoginTest {

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aTokenIsAskedForOnce() throws Exception {
    EntraLogin login = login(true, lasting(Duration.ofHours(1)));

    assertThat(login.token()).isEqualTo("token-1");
    assertThat(login.token()).isEqualTo("token-1");
  }

  @Test
  void aTokenThatIsAboutToExpireIsReplaced() throws Exception {
    EntraLogin login = login(true, lasting(Duration.ofMinutes(1)));

    assertThat(login.token()).isEqualTo("token-1");
    assertThat(login.token()).isEqualTo("token-2");
  }

  @Test
  void whatTheEnvironmentNamesIsThereWithoutAsking() throws Exception {
    login(true, lasting(Duration.ofHours(1))).prove();

    assertThat(asked).hasValue(0);
  }

  @Test
  void whatThisMachineMayHaveIsAskedFor() {
    EntraLogin login = login(false, _ -> Mono.error(new IllegalStateException("geheim")));

    BackendException failure = catchThrowableOfType(BackendException.class, login::prove);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("there are no Azure credentials");
    assertThat(failure.remedy()).contains("AZURE_TENANT_ID").doesNotContain("STORAGE");
  }

  @Test
  void aRefusedPrincipalIsDenied() {
    EntraLogin login = login(true, _ -> Mono.error(new IllegalStateException("geheim")));

    BackendException failure = catchThrowableOfType(BackendException.class, login::token);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageNotContaining("geheim");
  }

  private TokenCredential lasting(Duration time) {
    return _ ->
        Mono.fromSupplier(() ->
            new AccessToken(
                "token-" + asked.incrementAndGet(), OffsetDateTime.now(ZoneOffset.UTC).plus(time)));
  }

  private static EntraLogin login(boolean configured, TokenCredential credential) {
    TokenChain chain =
        new TokenChain(
            List.of(new TokenSource("source", configured, credential)), Patience.STANDARD);
    return new EntraLogin(
        chain, "scope", new Attempt("look into Azure", "", ""), Patience.STANDARD);
  }
}
