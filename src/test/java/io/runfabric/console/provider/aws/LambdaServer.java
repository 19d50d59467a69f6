package io.runfabric.console.provider.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers as Lambda and API Gateway document it. It checks wiring and what becomes of each answer,
/// not Amazon's semantics. What is not told here does not exist.
public final class LambdaServer implements AutoCloseable {

  /// An answer.
  ///
  /// @param error the value of `x-amzn-ErrorType`; empty for a success
  public record Answer(int status, String error, String body) {}

  /// The account that everything is in.
  public static final String ACCOUNT = "123456789012";

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /// Every path that was asked for.
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private volatile long delayMilliseconds;

  public LambdaServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What leads the SDK here.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_LAMBDA",
        url(),
        "AWS_ENDPOINT_URL_APIGATEWAYV2",
        url(),
        "AWS_ACCESS_KEY_ID",
        "AKIAEXAMPLE",
        "AWS_SECRET_ACCESS_KEY",
        "canary-secret-key");
  }

  /// Each answer takes at least this long from now on.
  public void delay(long milliseconds) {
    delayMilliseconds = milliseconds;
  }

  /// The most requests that were under way at once.
  public int mostAtOnce() {
    return most.get();
  }

  /// The last answer is given again and again.
  public LambdaServer on(String path, Answer... given) {
    answers.put(path, new ArrayDeque<>(List.of(given)));
    return this;
  }

  public LambdaServer function(String name, Answer... given) {
    return on("/2015-03-31/functions/" + name, given);
  }

  public static Answer ok(String body) {
    return new Answer(200, "", body);
  }

  public static Answer absent() {
    return new Answer(
        404,
        "ResourceNotFoundException",
        "{\"Type\":\"User\",\"Message\":\"Function not found: canary-arn\"}");
  }

  public static Answer denied() {
    return new Answer(
        403,
        "AccessDeniedException",
        "{\"Message\":\"User: arn:aws:iam::123456789012:user/canary is not authorized to perform:"
            + " lambda:GetFunction\"}");
  }

  public static Answer throttled() {
    return new Answer(
        429,
        "TooManyRequestsException",
        "{\"Reason\":\"CallerRateLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate exceeded\"}");
  }

  public static String arn(String name) {
    return "arn:aws:lambda:eu-central-1:" + ACCOUNT + ":function:" + name;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
    asked.add(path);
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      if (delayMilliseconds > 0) {
        Thread.sleep(delayMilliseconds);
      }
      Answer answer = next(path);
      if (!answer.error().isEmpty()) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
      exchange.close();
    }
  }

  private synchronized Answer next(String path) {
    Deque<Answer> given = answers.get(path);
    if (given == null) {
      return absent();
    }
    return given.size() > 1 ? given.removeFirst() : given.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
