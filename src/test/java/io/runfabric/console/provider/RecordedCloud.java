package io.runfabric.console.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A provider that answers as its documentation says it does: by path, what a test put there; and
/// what it has nothing for, with its own 404.
public final class RecordedCloud implements AutoCloseable {

  /// The token that tests sign in with, and that must never be seen elsewhere.
  public static final String TOKEN = "geheim-4711";

  /// One answer.
  ///
  /// @param headers such as `Retry-After`
  /// @param missing how many bytes of the body are announced and never sent; below 0, nothing is
  ///   ever sent
  public record Recorded(int status, Map<String, String> headers, String body, int missing) {

    public static Recorded json(int status, String body) {
      return new Recorded(status, Map.of(), body, 0);
    }

    public static Recorded throttled(String retryAfter) {
      return new Recorded(429, Map.of("Retry-After", retryAfter), "{\"error\": \"quoted\"}", 0);
    }

    /// A connection that is cut.
    public Recorded brokenOff() {
      return new Recorded(status, headers, body, 10);
    }

    public static Recorded silence() {
      return new Recorded(0, Map.of(), "", -1);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Queue<Recorded>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final Recorded absent;

  /// @param absent what it says of a path that it has nothing for
  public RecordedCloud(Recorded absent) throws IOException {
    this(HttpServer.create(anywhere(), 0), absent);
  }

  private RecordedCloud(HttpServer server, Recorded absent) {
    this.server = server;
    this.absent = absent;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// One that is reached over TLS.
  public static RecordedCloud overTls(HttpsConfigurator tls, Recorded absent) throws IOException {
    HttpsServer server = HttpsServer.create(anywhere(), 0);
    server.setHttpsConfigurator(tls);
    return new RecordedCloud(server, absent);
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /// Puts answers at a path, with its query if it has one; the last is given again and again.
  public RecordedCloud at(String path, Recorded... inOrder) {
    answers.put(path, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  public RecordedCloud at(String path, String body) {
    return at(path, Recorded.json(200, body));
  }

  /// The paths that were asked for, in order.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// The `Authorization` headers that came, in order.
  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      tokens.add(token == null ? "" : token);
      requests.add(exchange.getRequestMethod().equals("GET") ? path : "not a GET: " + path);
      send(exchange, next(path));
    }
  }

  private Recorded next(String path) {
    Queue<Recorded> queue = answers.get(path);
    if (queue == null) {
      return absent;
    }
    synchronized (queue) {
      return queue.size() > 1 ? queue.remove() : queue.element();
    }
  }

  private static void send(HttpExchange exchange, Recorded recorded) throws IOException {
    if (recorded.missing() < 0) {
      sleepUntilClosed();
      return;
    }
    byte[] body = recorded.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    recorded.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        recorded.status(), body.length == 0 ? -1 : body.length + recorded.missing());
    OutputStream out = exchange.getResponseBody();
    out.write(body);
    out.flush();
  }

  private static void sleepUntilClosed() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
