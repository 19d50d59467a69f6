package io.runfabric.console.backend.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A distant server: passes on what goes to a near one, each HTTP/1.1 request some time later.
/// Bytes are passed on as they are, so signatures stay good.
public final class SlowConnection implements AutoCloseable {

  private final ServerSocket listening;
  private final int port;
  private final Duration delay;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param port of the near server on this machine
  /// @param delay added to each request
  public SlowConnection(int port, Duration delay) throws IOException {
    this.port = port;
    this.delay = delay;
    listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /// How many connections were opened.
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        connect(listening.accept());
        connections.incrementAndGet();
      }
    } catch (IOException _) {
      // Closed: nobody connects any more.
    }
  }

  /// Cuts every connection, and takes no other until it is mended.
  public void cut() {
    cut = true;
    open.forEach(SlowConnection::close);
  }

  /// Takes connections again.
  public void mend() {
    cut = false;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed then.
    }
  }

  private void connect(Socket client) throws IOException {
    if (cut) {
      client.close();
      return;
    }
    open.add(client);
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    AtomicBoolean answered = new AtomicBoolean(true);
    threads.execute(() -> pass(client, server, () -> delayFirst(answered)));
    threads.execute(() -> pass(server, client, () -> answered.set(true)));
  }

  // What comes after an answer began is the next request: HTTP/1.1 clients wait for the answer.
  private void delayFirst(AtomicBoolean answered) {
    if (answered.getAndSet(false)) {
      LockSupport.parkNanos(delay.toNanos());
    }
  }

  private static void pass(Socket from, Socket to, Runnable before) {
    byte[] buffer = new byte[64 << 10];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        before.run();
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // One side has closed, and now both have.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
