package io.runfabric.console.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runfabric.console.backend.aws.S3Server;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bucket with many receipts that are computed when they are asked for, so that what is measured
/// is who reads them: an S3 server in memory takes longer over a page of a large bucket than S3.
/// Answers `ListObjectsV2` and `GetObject`, and nothing else.
final class ManyObjects implements AutoCloseable {

  static final String BUCKET = "many";

  private static final int PAGE = 1_000;
  private static final String RECEIPTS = "runfabric/state/receipts/";
  private static final Pattern KEY = Pattern.compile(RECEIPTS + "stage-(\\d{6})\\.receipt\\.json");

  private final HttpServer server;
  private final int size;

  ManyObjects(int size) throws IOException {
    this.size = size;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  Map<String, String> environment() {
    return S3Server.environment("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      if (query != null && query.contains("list-type=2")) {
        send(exchange, 200, "application/xml", page(query));
        return;
      }
      Matcher key =
          KEY.matcher(exchange.getRequestURI().getPath().substring(1 + BUCKET.length() + 1));
      if (key.matches() && Integer.parseInt(key.group(1)) < size) {
        exchange.getResponseHeaders().set("ETag", etag(Integer.parseInt(key.group(1))));
        send(exchange, 200, "application/json", receipt(Integer.parseInt(key.group(1))));
      } else {
        send(exchange, 404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
      }
    }
  }

  private String page(String query) {
    String prefix = parameter(query, "prefix");
    String token = parameter(query, "continuation-token");
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = prefix.equals(RECEIPTS) ? Math.min(size, from + PAGE) : from;
    StringBuilder page = new StringBuilder("<ListBucketResult><IsTruncated>");
    page.append(to < size && to > from).append("</IsTruncated>");
    if (to < size && to > from) {
      page.append("<NextContinuationToken>").append(to).append("</NextContinuationToken>");
    }
    for (int i = from; i < to; i++) {
      page.append("<Contents><Key>").append(RECEIPTS).append(Sources.stage(i));
      page.append(".receipt.json</Key><LastModified>2026-03-01T10:00:00.000Z</LastModified><ETag>");
      page.append(etag(i).replace("\"", "&quot;")).append("</ETag><Size>");
      page.append(receipt(i).length()).append("</Size></Contents>");
    }
    return page.append("</ListBucketResult>").toString();
  }

  private static String receipt(int i) {
    return Sources.receipt(Sources.stage(i));
  }

  private static String etag(int i) {
    return "\"etag-" + i + "\"";
  }

  private static String parameter(String query, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
