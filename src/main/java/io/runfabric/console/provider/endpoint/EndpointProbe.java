package io.runfabric.console.provider.endpoint;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Causes;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.backend.remote.TimeLimit;
import io.runfabric.console.provider.endpoint.Probed.Answered;
import io.runfabric.console.provider.endpoint.Probed.NoSuchName;
import io.runfabric.console.provider.endpoint.Probed.NotPublic;
import io.runfabric.console.provider.endpoint.Probed.Silent;
import io.runfabric.console.provider.endpoint.Probed.Unclear;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;

/// Looks whether endpoints answer. Safe for use by several threads.
///
/// Each is asked by `HEAD`, or by `GET` where that is not allowed, and nothing but status and
/// headers is read of the answer. The connection goes to the very address that was judged: a name
/// that is another's a moment later (DNS rebinding) leads nowhere else.
public final class EndpointProbe {

  /// 5 s for a connection, 10 s for everything, once.
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 1);

  private final Network network;
  private final SSLSocketFactory tls;
  private final boolean allowPrivate;
  private final Patience patience;

  /// @param allowPrivate whether addresses that are not public are asked too
  public EndpointProbe(
      Network network, SSLSocketFactory tls, boolean allowPrivate, Patience patience) {
    this.network = network;
    this.tls = tls;
    this.allowPrivate = allowPrivate;
    this.patience = patience;
  }

  /// Over this machine's network, trusting whom the JDK trusts.
  public static EndpointProbe standard(boolean allowPrivate) {
    return new EndpointProbe(
        new SystemNetwork(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        allowPrivate,
        PATIENCE);
  }

  /// Looks at one.
  ///
  /// @throws CancellationException soon after cancellation
  public Probed ask(Endpoint endpoint, Cancellation cancellation) {
    long started = System.nanoTime();
    List<InetAddress> addresses;
    try {
      addresses =
          within(patience.connect(), cancellation, () -> network.addresses(endpoint.name()));
    } catch (ExecutionException e) {
      return Causes.first(e, UnknownHostException.class).isPresent()
          ? new NoSuchName()
          : new Unclear("its name could not be looked up");
    }
    if (!allowPrivate) {
      Optional<String> other =
          addresses.stream().flatMap(one -> PublicAddresses.otherwise(one).stream()).findFirst();
      if (other.isPresent()) {
        return new NotPublic(other.get());
      }
    }
    Duration lookup = Duration.ofNanos(System.nanoTime() - started);
    HttpQuestion question =
        new HttpQuestion(network, tls, patience, endpoint, addresses, lookup.toMillis());
    try {
      return within(patience.call().minus(lookup), cancellation, () -> ask(question));
    } catch (ExecutionException e) {
      if (Causes.first(e, TimeoutException.class).isPresent()) {
        return new Silent(addresses.getFirst().getHostAddress(), HttpQuestion.LATE);
      }
      throw new IllegalStateException("an endpoint failed in an unforeseen way", e);
    }
  }

  private static Probed ask(HttpQuestion question) {
    Probed found = question.ask("HEAD");
    return found instanceof Answered answer && HttpQuestion.refusesMethod(answer.status())
        ? question.ask("GET")
        : found;
  }

  private static <T> T within(Duration limit, Cancellation cancellation, Callable<T> call)
      throws ExecutionException {
    return cancellation.leaving(() -> TimeLimit.within(limit, call));
  }
}
