package io.runfabric.console.backend.gcs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A token endpoint on this machine, and a metadata server as far as its presence goes.
final class TokenServer implements AutoCloseable {

  static final String TOKEN = "ya29.token-4711";

  private final HttpServer server;
  private final int status;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// @param status of every answer
  TokenServer(int status) throws IOException {
    this.status = status;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The bodies of what came.
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      requests.add(new String(sent, StandardCharsets.UTF_8));
      String body =
          status == 200
              ? "{\"access_token\": \"%s\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}"
                  .formatted(TOKEN)
              : "{\"error\": \"invalid_grant\", \"error_description\": \"quoted-4711\"}";
      byte[] out = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
      exchange.sendResponseHeaders(status, out.length);
      exchange.getResponseBody().write(out);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
