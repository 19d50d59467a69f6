package io.runfabric.console.provider.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/// A server on the loopback address that says whatever a test wants it to.
final class RawServer implements AutoCloseable {

  private final ServerSocket listening;
  private final Saying saying;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);

  /// What it says once a request's headers were read.
  interface Saying {
    void say(String request, OutputStream out) throws Exception;
  }

  private RawServer(ServerSocket listening, Saying saying) {
    this.listening = listening;
    this.saying = saying;
    Thread.startVirtualThread(this::serve);
  }

  static RawServer plain(Saying saying) throws IOException {
    return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), saying);
  }

  static RawServer secure(SSLContext context, Saying saying) throws IOException {
    return new RawServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        saying);
  }

  static Saying answer(String head) {
    return (_, out) -> out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Every request so far, as it came.
  List<String> requests() {
    return requests;
  }

  /// Waits until somebody asked.
  void awaitRequest() throws InterruptedException {
    asked.await();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder request = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        request.append(line).append('\n');
      }
      requests.add(request.toString());
      asked.countDown();
      saying.say(request.toString(), socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (Exception _) {
      // The caller went away, or the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
