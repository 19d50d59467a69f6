package io.runfabric.console.backend.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The way to a server, with what can go wrong on it. Bytes are passed on as they are, whatever the
/// protocol; faults befall what comes back.
public final class FaultyConnection implements AutoCloseable {

  /// What goes wrong.
  public enum Kind {
    /// Nothing.
    NONE,
    /// Every piece is late, by up to 30 ms.
    JITTER,
    /// 200 kB a second.
    NARROW,
    /// Whoever connects is turned away.
    REFUSED,
    /// The connection is reset.
    RESET,
    /// The connection ends in good order, in the middle of an answer.
    CUT_SHORT,
    /// Nothing comes any more, and nobody says so.
    SILENT,
    /// Instead of asking the server, HTTP's 503 is answered.
    BUSY,
    /// Instead of asking the server, HTTP's 429 is answered.
    THROTTLED;

    /// Whether it is told in HTTP.
    boolean http() {
      return this == BUSY || this == THROTTLED;
    }
  }

  /// A fault.
  ///
  /// @param after so many bytes of an answer are passed on first
  /// @param times how many answers, or connections, it befalls
  /// @param every which of them: each, each second one, …
  public record Fault(Kind kind, int after, int times, int every) {

    static final Fault NONE = new Fault(Kind.NONE, 0, 0, 1);

    public Fault(Kind kind, int after, int times) {
      this(kind, after, times, 1);
    }

    @Override
    public String toString() {
      String often = times == Integer.MAX_VALUE ? "always" : times + "×";
      return kind + " after " + after + " bytes, " + often + ", each " + every;
    }
  }

  private static final int NARROW_BYTES = 2_000;

  private final ServerSocket listening;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger befallen = new AtomicInteger();
  private final AtomicInteger passed = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;

  /// @param port of the server, on this machine
  public FaultyConnection(int port) throws IOException {
    this.port = port;
    listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// From now on this goes wrong.
  public void fault(Fault next) {
    fault = next;
    left.set(next.times());
    befallen.set(0);
  }

  /// How often it went wrong since it was said to.
  public int befallen() {
    return befallen.get();
  }

  /// How many connections of clients stand.
  int open() {
    return open.size();
  }

  private void accept() {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException _) {
      // Closed: nobody connects any more.
    }
  }

  private void connect(Socket client) throws IOException {
    if (fault.kind() == Kind.REFUSED && befalls()) {
      reset(client);
      return;
    }
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    open.add(client);
    threads.execute(() -> pass(client, server));
    threads.execute(() -> passBack(server, client));
  }

  private boolean befalls() {
    if (passed.incrementAndGet() % fault.every() != 0) {
      return false;
    }
    boolean does = left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    if (does) {
      befallen.incrementAndGet();
    }
    return does;
  }

  private void pass(Socket client, Socket server) {
    byte[] buffer = new byte[64 << 10];
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Fault now = fault;
        if (now.kind().http() && befalls()) {
          turnAway(client, now.kind() == Kind.BUSY ? "503 Service Unavailable" : "429 Slow Down");
          return;
        }
        late();
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // One side has closed, and now both have.
    } finally {
      open.remove(client);
    }
  }

  private static void turnAway(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(
            ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    client.shutdownOutput();
    // Closed with something unread, it would be reset before the answer is read.
    InputStream rest = client.getInputStream();
    byte[] buffer = new byte[64 << 10];
    while (rest.read(buffer) >= 0) {
      // Whatever is still sent.
    }
  }

  private void passBack(Socket server, Socket client) {
    byte[] buffer = new byte[64 << 10];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Fault now = fault;
        boolean breaking =
            now.kind() == Kind.RESET || now.kind() == Kind.CUT_SHORT || now.kind() == Kind.SILENT;
        if (breaking && befalls()) {
          out.write(buffer, 0, Math.min(read, now.after()));
          out.flush();
          end(now.kind(), client);
          return;
        }
        late();
        write(out, buffer, read);
      }
      client.close();
    } catch (IOException _) {
      // One side has closed, and now both have.
    }
  }

  private static void end(Kind how, Socket client) throws IOException {
    switch (how) {
      case RESET -> reset(client);
      case CUT_SHORT -> client.close();
      default -> {
        // Until the client has enough of it.
      }
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void late() {
    if (fault.kind() == Kind.JITTER) {
      befallen.incrementAndGet();
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(30_000_000));
    }
  }

  private void write(OutputStream out, byte[] buffer, int length) throws IOException {
    if (fault.kind() != Kind.NARROW) {
      out.write(buffer, 0, length);
      return;
    }
    befallen.incrementAndGet();
    for (int at = 0; at < length; at += NARROW_BYTES) {
      LockSupport.parkNanos(10_000_000);
      out.write(buffer, at, Math.min(NARROW_BYTES, length - at));
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
