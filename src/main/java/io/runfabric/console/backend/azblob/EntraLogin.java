package io.runfabric.console.backend.azblob;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.util.Configuration;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;
import io.runfabric.console.backend.remote.Patience;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// A project's access tokens, from where a store's come from, for Azure's other services.
public final class EntraLogin {

  /// What to do when a token is not accepted, or there is none.
  public static final String SIGN_IN =
      "set AZURE_TENANT_ID with AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or run 'az login'";

  private static final Duration EARLY = Duration.ofMinutes(5);

  static {
    AzureSdk.quiet();
  }

  private final TokenChain chain;
  private final TokenRequestContext request;
  private final Attempt attempt;
  private final Patience patience;
  private Optional<AccessToken> token = Optional.empty();

  EntraLogin(TokenChain chain, String scope, Attempt attempt, Patience patience) {
    this.chain = chain;
    this.request = new TokenRequestContext().addScopes(scope);
    this.attempt = attempt;
    this.patience = patience;
  }

  /// @param environment the process's variables over those of `.env`
  /// @param scope such as `https://management.azure.com/.default`
  /// @param doing what the tokens are for, such as `look into Azure`
  /// @throws BackendException with [Code#INVALID] when a variable holds what it cannot
  public static EntraLogin of(
      Map<String, String> environment, String scope, String doing, Patience patience)
      throws BackendException {
    Variables variables = new Variables(environment);
    Configuration configuration = variables.configuration();
    TokenChain chain =
        new TokenChain(
            TokenSources.of(variables, new AzureHttp(configuration, patience).client(), patience),
            patience);
    return new EntraLogin(chain, scope, new Attempt(doing, "", ""), patience);
  }

  /// Makes sure that there are credentials. Those that the environment names are there; this
  /// machine's only a token proves.
  ///
  /// @throws BackendException with [Code#DENIED] when there are none
  public void prove() throws BackendException {
    if (chain.sources().stream().noneMatch(TokenSource::configured)) {
      var _ = token();
    }
  }

  /// A token that is good for some minutes still; asks for another when there is none.
  ///
  /// @throws BackendException when none is given
  public synchronized String token() throws BackendException {
    if (token.filter(EntraLogin::lasting).isEmpty()) {
      token = Optional.of(fresh());
    }
    return token.orElseThrow().getToken();
  }

  private static boolean lasting(AccessToken token) {
    return token.getExpiresAt().isAfter(OffsetDateTime.now(ZoneOffset.UTC).plus(EARLY));
  }

  private AccessToken fresh() throws BackendException {
    try {
      return chain.getToken(request).blockOptional(patience.call()).orElseThrow();
    } catch (RuntimeException e) {
      Optional<NoTokenException> none = Causes.first(e, NoTokenException.class);
      throw (none.isPresent()
              ? EntraFailure.of(attempt, none.get(), SIGN_IN)
              : NoAnswer.late(attempt))
          .causedBy(e);
    }
  }
}
