package io.runfabric.console.provider.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.NoAnswer;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.backend.remote.TimeLimit;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.UnreadableDocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// Asks one service for JSON objects. It only gets, follows no redirect, and waits, all of its
/// requests together, when the service throttles. Safe for use by several threads.
public final class RestClient implements AutoCloseable {

  private static final Patience PATIENCE =
      new Patience(
          Patience.STANDARD.connect(), Patience.STANDARD.silence(), Patience.STANDARD.call(), 5);
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]+");

  private final RestService service;
  private final Login login;
  private final Patience patience;
  private final Refusals refusals;
  private final HttpClient http;
  private final Throttle throttle = new Throttle();

  RestClient(RestService service, Login login, Patience patience, HttpClient.Builder http) {
    this.service = service;
    this.login = login;
    this.patience = patience;
    this.refusals = new Refusals(service);
    // Its work runs on virtual threads, which keep no program alive. Without TLS, HTTP/2 would be
    // asked for with a header that old servers do not expect.
    this.http =
        http.executor(Thread::startVirtualThread)
            .connectTimeout(patience.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(
                "https".equals(service.base().getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .build();
  }

  public static RestClient of(RestService service, Login login) {
    return new RestClient(service, login, PATIENCE, HttpClient.newBuilder());
  }

  /// @param tls whom to trust, and who asks
  public static RestClient of(RestService service, Login login, SSLContext tls) {
    return new RestClient(service, login, PATIENCE, HttpClient.newBuilder().sslContext(tls));
  }

  /// The answer to one request.
  ///
  /// @param path below the service's base, encoded, with its query
  /// @return empty when the service says that there is no such thing
  /// @throws BackendException when it says neither
  /// @throws java.util.concurrent.CancellationException soon after cancellation
  public Optional<Answer> get(Attempt attempt, String path, Cancellation cancellation)
      throws BackendException {
    return asked(attempt, path, URI.create(service.base() + path), cancellation);
  }

  /// The answer behind a link that an answer gave, such as the next page.
  ///
  /// @throws BackendException also when it leads to another server: the token is not for it
  public Optional<Answer> follow(Attempt attempt, String link, Cancellation cancellation)
      throws BackendException {
    URI there;
    try {
      there = new URI(link);
    } catch (URISyntaxException _) {
      throw refusals.undocumented(attempt, "a link is no URL");
    }
    if (!service.serves(there)) {
      throw refusals.undocumented(attempt, "a link leads to another server");
    }
    return asked(attempt, there.getRawPath(), there, cancellation);
  }

  private Optional<Answer> asked(Attempt attempt, String path, URI url, Cancellation cancellation)
      throws BackendException {
    long deadline = System.nanoTime() + patience.call().toNanos();
    for (int nth = 1; nth <= patience.attempts(); nth++) {
      if (!throttle.pass(deadline, cancellation)) {
        break;
      }
      Received received = received(attempt, url, cancellation);
      if (!received.busy()) {
        return judged(attempt, path, received);
      }
      Duration delay = FIRST_DELAY.multipliedBy(1L << nth);
      throttle.hold(received.retryAfter().orElse(delay).plus(jitter()));
    }
    throw refusals.busy(attempt);
  }

  private static Duration jitter() {
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(FIRST_DELAY.toNanos()));
  }

  private Received received(Attempt attempt, URI url, Cancellation cancellation)
      throws BackendException {
    try {
      return cancellation.leaving(() -> {
        HttpRequest request = request(attempt, url, login.headers());
        return TimeLimit.within(patience.silence(), () -> sent(request));
      });
    } catch (ExecutionException e) {
      Optional<BackendException> told = Causes.first(e, BackendException.class);
      if (told.isPresent()) {
        throw told.get();
      }
      if (Causes.first(e, IOException.class).isPresent()
          || Causes.first(e, TimeoutException.class).isPresent()) {
        throw NoAnswer.of(attempt, e).causedBy(e);
      }
      throw new IllegalStateException("a request failed in an unforeseen way", e);
    }
  }

  private HttpRequest request(Attempt attempt, URI url, Map<String, String> headers)
      throws BackendException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Accept", "application/json")
            .header("User-Agent", "runfabric-console");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      // The JDK's refusal would quote it.
      if (!HEADER.matcher(header.getValue()).matches()) {
        throw refusals.unsendable(attempt);
      }
      request.header(header.getKey(), header.getValue());
    }
    return request.build();
  }

  private Received sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      return new Received(
          response.statusCode(),
          body.readNBytes(Received.LARGEST + 1),
          response
              .headers()
              .firstValue("Retry-After")
              .flatMap(header -> RetryAfter.of(header, Instant.now())));
    }
  }

  private Optional<Answer> judged(Attempt attempt, String path, Received received)
      throws BackendException {
    if (received.tooLarge()) {
      throw refusals.undocumented(attempt, "it is larger than 8 MB");
    }
    if (received.found()) {
      try {
        return Optional.of(new Answer(Json.object(received.body()), attempt, refusals, ""));
      } catch (UnreadableDocumentException e) {
        throw refusals.undocumented(attempt, e.reason());
      }
    }
    if (received.status() == 404) {
      if (service.absence().told(path, object(received.body()))) {
        return Optional.empty();
      }
      throw refusals.undocumented(attempt, "404 without saying that there is no such thing");
    }
    throw refusals.of(attempt, received.status());
  }

  private static Optional<ObjectNode> object(byte[] body) {
    try {
      return Optional.of(Json.object(body));
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
