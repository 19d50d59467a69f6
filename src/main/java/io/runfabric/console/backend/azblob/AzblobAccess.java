package io.runfabric.console.backend.azblob;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobContainerAsyncClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.runfabric.console.backend.BackendException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// How one project reaches Azure Blob Storage. Variables come from the project's environment, so
/// those of its `.env` count.
///
/// @param environment the process's variables over those of `.env`
/// @param pageSize how many blobs one page of a listing holds
public record AzblobAccess(Map<String, String> environment, Patience patience, int pageSize) {

  /// The most that the service puts on one page.
  static final int FULL_PAGE = 5_000;

  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 429, 500, 502, 503, 504);

  // Without another logger the SDK prints to standard output what AZURE_LOG_LEVEL asks for, and
  // does not start on a level it does not know. 5 is its word for silence.
  static {
    System.setProperty(Configuration.PROPERTY_AZURE_LOG_LEVEL, "5");
  }

  /// Access with the standard patience and full pages.
  public AzblobAccess(Map<String, String> environment) {
    this(environment, Patience.STANDARD, FULL_PAGE);
  }

  /// A container, with this project's credentials, time-outs and retries. Nothing is asked of it
  /// yet.
  ///
  /// @throws BackendException when a variable is missing or holds what it cannot
  AzblobContainer container(String name) throws BackendException {
    Variables variables = new Variables(environment);
    Configuration configuration = variables.configuration();
    HttpClient http = http(configuration);
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder()
            .configuration(configuration)
            .clientOptions(new ClientOptions().setApplicationId("runfabric-console"))
            .httpClient(http)
            .retryOptions(retries());
    AccountLogin login = new AccountLogin(variables, http, patience);
    BlobContainerAsyncClient client = login.signIn(builder, name);
    return AzblobContainer.of(client, patience, pageSize);
  }

  /// The JDK's client. Its work runs on virtual threads, which keep no program alive.
  private HttpClient http(Configuration configuration) {
    return new JdkHttpClientBuilder()
        .configuration(configuration)
        .executor(Thread::startVirtualThread)
        .connectionTimeout(patience.connect())
        .writeTimeout(patience.silence())
        .responseTimeout(patience.silence())
        .readTimeout(patience.silence())
        .build();
  }

  private RetryOptions retries() {
    return new RetryOptions(
            new ExponentialBackoffOptions()
                .setMaxRetries(patience.attempts() - 1)
                .setBaseDelay(Duration.ofMillis(250))
                .setMaxDelay(Duration.ofSeconds(4)))
        .setShouldRetryCondition(AzblobAccess::worthAnotherTry);
  }

  private static boolean worthAnotherTry(RequestRetryCondition ended) {
    return ended.getResponse() == null
        ? ended.getThrowable() instanceof IOException
            || ended.getThrowable() instanceof TimeoutException
        : WORTH_ANOTHER_TRY.contains(ended.getResponse().getStatusCode());
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "AzblobAccess[]";
  }
}
