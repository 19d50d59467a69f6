package io.runfabric.console.backend.azblob;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobContainerAsyncClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.remote.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// How one project reaches Azure Blob Storage. Variables come from the project's environment, so
/// those of its `.env` count.
///
/// @param environment the process's variables over those of `.env`
/// @param pageSize how many blobs one page of a listing holds
public record AzblobAccess(Map<String, String> environment, Patience patience, int pageSize) {

  /// The most that the service puts on one page.
  static final int FULL_PAGE = 5_000;

  private static final Set<Integer> MAY_PASS = Set.of(408, 502, 504);
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(4);

  static {
    AzureSdk.quiet();
  }

  /// Access with the standard patience and full pages.
  public AzblobAccess(Map<String, String> environment) {
    this(environment, Patience.of(environment), FULL_PAGE);
  }

  /// A container, with this project's credentials, time-outs and retries. Nothing is asked of it
  /// yet.
  ///
  /// @throws BackendException when a variable is missing or holds what it cannot
  AzblobContainer container(String name) throws BackendException {
    Variables variables = new Variables(environment);
    Configuration configuration = variables.configuration();
    AzureHttp http = new AzureHttp(configuration, patience);
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder()
            .configuration(configuration)
            .clientOptions(new ClientOptions().setApplicationId("runfabric-console"))
            .httpClient(http.client())
            .retryOptions(retries())
            .addPolicy(moreRetries());
    AccountLogin login = new AccountLogin(variables, http.client(), patience);
    BlobContainerAsyncClient client = login.signIn(builder, name);
    return AzblobContainer.of(client, http, patience, pageSize);
  }

  /// The storage SDK's own retries: on 429, 500, 503 and broken connections.
  private RequestRetryOptions retries() {
    return new RequestRetryOptions(
        RetryPolicyType.EXPONENTIAL, patience.attempts(), null, FIRST_DELAY, LONGEST_DELAY, null);
  }

  /// What it does not try again, though it may pass: 408, and what gateways say.
  private RetryPolicy moreRetries() {
    return new RetryPolicy(
        new RetryOptions(
                new ExponentialBackoffOptions()
                    .setMaxRetries(patience.attempts() - 1)
                    .setBaseDelay(FIRST_DELAY)
                    .setMaxDelay(LONGEST_DELAY))
            .setShouldRetryCondition(ended ->
                ended.getResponse() != null
                    && MAY_PASS.contains(ended.getResponse().getStatusCode())));
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "AzblobAccess[]";
  }
}
