package io.runfabric.console.provider.endpoint;

import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.provider.endpoint.Probed.Answered;
import io.runfabric.console.provider.endpoint.Probed.Silent;
import io.runfabric.console.provider.endpoint.Probed.Unclear;
import io.runfabric.console.provider.endpoint.Probed.Untrusted;
import io.runfabric.console.provider.endpoint.ResponseHead.NotHttpException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One endpoint at addresses that may be asked.
///
/// @param lookup how long its name took, in milliseconds
record HttpQuestion(
    Network network,
    SSLSocketFactory tls,
    Patience patience,
    Endpoint endpoint,
    List<InetAddress> addresses,
    long lookup) {

  static final String LATE = "no answer came in time";

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  static boolean refusesMethod(int status) {
    return status == METHOD_NOT_ALLOWED || status == NOT_IMPLEMENTED;
  }

  /// Connects anew and asks.
  Probed ask(String method) {
    Probed trouble = new Unclear("its name has no address");
    for (InetAddress address : addresses) {
      long started = System.nanoTime();
      Socket socket;
      try {
        socket = network.connect(address, endpoint.port(), patience.connect());
      } catch (IOException e) {
        trouble = trouble instanceof Silent ? trouble : notConnected(address, e);
        continue;
      }
      return ask(method, socket, address.getHostAddress(), millisecondsSince(started));
    }
    return trouble;
  }

  // With no way to the address it is this machine that is at fault, or its lack of IPv6.
  private static Probed notConnected(InetAddress address, IOException failure) {
    String at = address.getHostAddress();
    return switch (failure) {
      case SocketTimeoutException _ -> new Silent(at, "no connection came about in time");
      case NoRouteToHostException _ -> new Silent(at, "there is no way to the host");
      case ConnectException e
          when String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("unreachable") ->
          new Unclear("this machine has no way to its network");
      case ConnectException _ -> new Silent(at, "the connection is refused");
      case IOException _ -> new Silent(at, "no connection comes about");
    };
  }

  private Probed ask(String method, Socket connected, String address, long connection) {
    try (Socket socket = connected) {
      socket.setSoTimeout(Math.toIntExact(patience.silence().toMillis()));
      return endpoint.tls()
          ? askSecurely(method, socket, address, connection)
          : answer(method, socket, address, connection, 0, Optional.empty());
    } catch (SSLException e) {
      return Causes.first(e, SocketTimeoutException.class).isPresent()
          ? new Silent(address, LATE)
          : new Untrusted(address, CertificateTrouble.of(e));
    } catch (SocketTimeoutException _) {
      return new Silent(address, LATE);
    } catch (NotHttpException e) {
      return new Silent(address, e.reason());
    } catch (IOException _) {
      return new Silent(address, "the connection is closed before an answer came");
    }
  }

  private Probed askSecurely(String method, Socket plain, String address, long connection)
      throws IOException {
    long started = System.nanoTime();
    try (SSLSocket secure =
        (SSLSocket) tls.createSocket(plain, endpoint.name(), endpoint.port(), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      if (!endpoint.literal() && !endpoint.host().contains("_")) {
        parameters.setServerNames(List.of(new SNIHostName(endpoint.name())));
      }
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      Optional<Instant> expires =
          secure.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
              ? Optional.of(certificate.getNotAfter().toInstant())
              : Optional.empty();
      // Whether there was TLS at all is told by its time.
      long handshake = Math.max(1, millisecondsSince(started));
      return answer(method, secure, address, connection, handshake, expires);
    }
  }

  private Probed answer(
      String method,
      Socket socket,
      String address,
      long connection,
      long handshake,
      Optional<Instant> expires)
      throws IOException {
    long started = System.nanoTime();
    socket
        .getOutputStream()
        .write(
            (method
                    + " "
                    + endpoint.path()
                    + " HTTP/1.1\r\nHost: "
                    + endpoint.authority()
                    + "\r\n"
                    + "User-Agent: runfabric-console\r\n"
                    + "Accept: */*\r\n"
                    + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    InputStream in = new BufferedInputStream(socket.getInputStream());
    in.mark(1);
    in.read();
    long firstByte = millisecondsSince(started);
    in.reset();
    ResponseHead head = ResponseHead.read(in);
    return new Answered(
        address,
        head.status(),
        new Timings(lookup, connection, handshake, firstByte),
        expires,
        head.location()
            .flatMap(Target::of)
            .flatMap(target ->
                target instanceof Endpoint other ? Optional.of(other.host()) : Optional.empty()));
  }

  private static long millisecondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }
}
