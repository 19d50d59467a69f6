package io.runfabric.console.provider.endpoint;

import io.runfabric.console.backend.remote.Causes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The machine's own network.
final class SystemNetwork implements Network {

  // The JDK tells a name that does not exist from a lookup that failed only in the words of the
  // system: glibc's and musl's, macOS's, Windows'. Other words are no proof.
  private static final List<String> NO_SUCH_NAME =
      List.of(
          "name or service not known",
          "no address associated with hostname",
          "name does not resolve",
          "name has no usable address",
          "nodename nor servname",
          "no such host is known");

  // A lookup cannot be interrupted and would hold the thread that virtual threads run on.
  @Override
  public List<InetAddress> addresses(String host) throws IOException, InterruptedException {
    FutureTask<List<InetAddress>> lookup =
        new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
    Thread.ofPlatform().daemon().start(lookup);
    try {
      return lookup.get();
    } catch (ExecutionException e) {
      String words =
          Causes.first(e, UnknownHostException.class)
              .map(failure -> String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT))
              .orElse("");
      if (NO_SUCH_NAME.stream().anyMatch(words::contains)) {
        throw new UnknownHostException("no such name");
      }
      // Without its cause, which would be taken for the certain answer.
      throw new IOException("the name could not be looked up");
    }
  }

  @Override
  public Socket connect(InetAddress address, int port, Duration limit) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
