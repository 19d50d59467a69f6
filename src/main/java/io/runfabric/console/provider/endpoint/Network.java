package io.runfabric.console.provider.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/// Names and connections. What is connected to is an address, never a name, so that nothing is
/// looked up a second time.
public interface Network {

  /// The addresses of a name, at least one. A written address is its own.
  ///
  /// @throws UnknownHostException when there certainly is no such name
  /// @throws IOException when it cannot be told
  List<InetAddress> addresses(String host) throws IOException, InterruptedException;

  /// @throws IOException when no connection comes about within the time
  Socket connect(InetAddress address, int port, Duration limit) throws IOException;
}
