package io.runfabric.console.backend.gcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runfabric.console.backend.gcs.KeptBuckets.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// A double of the part of Google Cloud Storage's JSON API that the console uses, in this JVM: no
/// emulator of Google's can be had. It checks the wiring (paths, parameters, conditions, pages,
/// headers, retries), not Google's semantics; those [GcsInTheCloud] checks, against a real bucket.
public final class GcsServer {

  /// What goes wrong with one request.
  enum Fault {
    /// 503, and nothing done.
    BUSY,
    /// The answer is announced, and breaks off in the middle.
    BROKEN_OFF,
    /// A byte of the content is another one.
    GARBLED,
    /// What is asked is done, and the answer never comes.
    LOST
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private final HttpServer server;
  private final KeptBuckets buckets = new KeptBuckets();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Map<String, List<String>> lastHeaders = Map.of();
  private volatile int pageSize = 1_000;

  GcsServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("the GCS double does not start", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private static final class Holder {
    static final GcsServer RUNNING = new GcsServer();
  }

  /// One for all tests; it knows no faults but those of the test that gives them.
  public static GcsServer running() {
    return Holder.RUNNING;
  }

  /// Creates an empty bucket and tells its name.
  public String newBucket() {
    String name = "bucket-" + BUCKETS.incrementAndGet();
    buckets.create(name);
    return name;
  }

  public void keepVersions(String bucket) {
    try {
      buckets.keepVersions(bucket);
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Puts an object into a bucket, past the protocol.
  ///
  /// @param encoding its `Content-Encoding`, or empty
  void put(String bucket, String name, byte[] content, String encoding) {
    try {
      buckets.insert(bucket, name, content, encoding, OptionalLong.empty());
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  void pagesOf(int items) {
    pageSize = items;
  }

  /// What goes wrong with the requests that come next, one each.
  void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  /// Method, path and parameters of what came.
  List<String> requests() {
    return List.copyOf(requests);
  }

  /// The headers of the request that came last; names are capitalized.
  Map<String, List<String>> lastHeaders() {
    return lastHeaders;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  String endpoint() {
    return "http://127.0.0.1:" + port();
  }

  /// The environment of somebody whose state lies here.
  public Map<String, String> environment() {
    return Map.of("STORAGE_EMULATOR_HOST", endpoint());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = body(exchange);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      lastHeaders = Map.copyOf(exchange.getRequestHeaders());
      Optional<Fault> fault = Optional.ofNullable(faults.poll());
      Answer answer;
      try {
        answer =
            fault.equals(Optional.of(Fault.BUSY))
                ? error(new RefusedException(503, "backendError", "busy"))
                : route(exchange, sent);
      } catch (RefusedException e) {
        answer = error(e);
      }
      if (!fault.equals(Optional.of(Fault.LOST))) {
        send(exchange, answer, fault);
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer, Optional<Fault> fault)
      throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    if (fault.equals(Optional.of(Fault.GARBLED))) {
      body = body.clone();
      body[body.length / 2] ^= 1;
    }
    out.write(body, 0, fault.equals(Optional.of(Fault.BROKEN_OFF)) ? body.length / 2 : body.length);
    out.flush();
  }

  private Answer route(HttpExchange exchange, byte[] sent) throws IOException, RefusedException {
    String[] path = exchange.getRequestURI().getRawPath().split("/v1/b/|/o/|/o$", -1);
    String bucket = decoded(path[1]);
    String name = path.length > 2 ? decoded(path[2]) : "";
    Map<String, String> query = query(exchange);
    return switch (exchange.getRequestMethod()) {
      case "POST" -> insert(bucket, exchange, query, sent);
      case "DELETE" -> {
        OptionalLong generation = number(query, "generation");
        if (generation.isPresent()) {
          buckets.forget(bucket, name, generation.getAsLong());
        } else {
          buckets.delete(bucket, name, number(query, "ifGenerationMatch"));
        }
        yield new Answer(204, Map.of(), new byte[0]);
      }
      case "GET" ->
          path.length == 2
              ? bucket(bucket)
              : name.isEmpty() ? page(bucket, query) : object(bucket, name, exchange, query);
      default -> throw new RefusedException(405, "methodNotAllowed", "no such method");
    };
  }

  private Answer bucket(String name) throws IOException, RefusedException {
    return json(
        Map.of(
            "kind",
            "storage#bucket",
            "name",
            name,
            "versioning",
            Map.of("enabled", buckets.versioned(name))));
  }

  private Answer object(
      String bucket, String name, HttpExchange exchange, Map<String, String> query)
      throws IOException, RefusedException {
    KeptObject kept = buckets.get(bucket, name, number(query, "generation"));
    if (!"media".equals(query.get("alt"))) {
      return json(kept.resource());
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-goog-generation", Long.toString(kept.generation()));
    headers.put("x-goog-hash", "crc32c=" + kept.crc32c() + ",md5=" + kept.md5());
    byte[] content = kept.content();
    if (kept.encoding().equals("gzip")) {
      String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
      if (accepted != null && accepted.contains("gzip")) {
        headers.put("Content-Encoding", "gzip");
      } else {
        content = unzipped(content);
      }
    }
    return new Answer(200, headers, content);
  }

  private Answer page(String bucket, Map<String, String> query)
      throws IOException, RefusedException {
    String prefix = query.getOrDefault("prefix", "");
    String delimiter = query.getOrDefault("delimiter", "");
    Set<String> prefixes = new LinkedHashSet<>();
    List<KeptObject> items =
        buckets.list(bucket, prefix, Boolean.parseBoolean(query.get("versions"))).stream()
            .filter(kept -> {
              int end = delimiter.isEmpty() ? -1 : kept.name().indexOf(delimiter, prefix.length());
              if (end >= 0) {
                prefixes.add(kept.name().substring(0, end + 1));
              }
              return end < 0;
            })
            .toList();
    int from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
    int most = Math.min(pageSize, Integer.parseInt(query.getOrDefault("maxResults", "1000")));
    int to = Math.min(from + most, items.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("kind", "storage#objects");
    page.put(
        "items",
        items.subList(from, to).stream().map(kept -> asked(kept.resource(), query)).toList());
    if (from == 0 && !prefixes.isEmpty()) {
      page.put("prefixes", prefixes);
    }
    if (to < items.size()) {
      page.put("nextPageToken", Integer.toString(to));
    }
    return json(page);
  }

  private static Map<String, Object> asked(Map<String, Object> item, Map<String, String> query) {
    Set<String> fields = Set.of(query.getOrDefault("fields", "").split(",", -1));
    item.keySet()
        .removeIf(field -> query.containsKey("fields") && !fields.contains("items/" + field));
    return item;
  }

  private Answer insert(
      String bucket, HttpExchange exchange, Map<String, String> query, byte[] sent)
      throws IOException, RefusedException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
    String[] parts = new String(sent, StandardCharsets.ISO_8859_1).split(boundary, -1);
    JsonNode metadata = JSON.readTree(part(parts[1]));
    byte[] content = part(parts[2]);
    KeptObject written =
        buckets.insert(
            bucket, metadata.get("name").asText(), content, "", number(query, "ifGenerationMatch"));
    if (!written.crc32c().equals(metadata.path("crc32c").asText(written.crc32c()))) {
      throw new RefusedException(400, "invalid", "the checksum is another one");
    }
    return json(written.resource());
  }

  private static byte[] part(String text) {
    String content = text.substring(text.indexOf("\r\n\r\n") + 4);
    return content
        .substring(0, content.length() - "\r\n".length())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Answer error(RefusedException refused) throws IOException {
    Map<String, Object> detail =
        Map.of("domain", "global", "reason", refused.reason, "message", refused.getMessage());
    Map<String, Object> error =
        Map.of("code", refused.status, "message", refused.getMessage(), "errors", List.of(detail));
    Answer answer = json(Map.of("error", error));
    return new Answer(refused.status, answer.headers(), answer.body());
  }

  private static Answer json(Object value) throws IOException {
    return new Answer(
        200, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return zipped ? unzipped(sent) : sent;
  }

  private static byte[] unzipped(byte[] content) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? Map.of()
        : List.of(query.split("&", -1)).stream()
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> pair.length == 1 ? "" : decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static OptionalLong number(Map<String, String> query, String name) {
    String value = query.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
  }
}
