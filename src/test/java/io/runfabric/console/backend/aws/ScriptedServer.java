package io.runfabric.console.backend.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An HTTP server that answers as a test tells it: with errors, half an answer, or not at all.
public final class ScriptedServer implements AutoCloseable {

  /// What to answer to one request.
  public interface Script {

    /// @param nth counted from 1
    Answer to(int nth, HttpExchange request);
  }

  /// One answer.
  ///
  /// @param missing how many bytes of the body are announced and never sent
  public record Answer(int status, String type, String body, int missing) {

    public static Answer xml(int status, String body) {
      return new Answer(status, "application/xml", body, 0);
    }

    public static Answer json(int status, String body) {
      return new Answer(status, "application/x-amz-json-1.0", body, 0);
    }

    /// The error document of S3.
    public static Answer s3Error(int status, String code) {
      return xml(status, "<Error><Code>" + code + "</Code><Message>quoted</Message></Error>");
    }

    /// The error document of DynamoDB.
    public static Answer dynamodbError(int status, String code) {
      return json(status, "{\"__type\": \"com.amazonaws.dynamodb.v20120810#" + code + "\"}");
    }

    public Answer brokenOff(int bytes) {
      return new Answer(status, type, body, bytes);
    }
  }

  /// The script of a server that takes requests and never answers.
  public static final Script SILENT =
      (_, _) -> {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
        return Answer.xml(200, "");
      };

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();

  public ScriptedServer(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, script));
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// How many requests came.
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      Answer answer = script.to(requests.incrementAndGet(), exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("ETag", "\"e\"");
      exchange.sendResponseHeaders(
          answer.status(), body.length == 0 ? -1 : body.length + answer.missing());
      OutputStream out = exchange.getResponseBody();
      out.write(body);
      out.flush();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
