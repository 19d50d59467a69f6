package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.provider.endpoint.Endpoint;
import io.runfabric.console.provider.endpoint.EndpointProbe;
import io.runfabric.console.provider.endpoint.Network;
import io.runfabric.console.provider.endpoint.Probed;
import io.runfabric.console.provider.endpoint.Target;
import io.runfabric.console.provider.endpoint.Timings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a run over URLs asks, and what each answer comes to.
@Timeout(60)
class EndpointsCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Timings TIMES = new Timings(1, 2, 3, 4);

  private final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Findings findings = new Findings();
  private final Queue<String> progress = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(serving);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          asked.countDown();
          try {
            over.await(
                exchange.getRequestURI().getPath().equals("/slow") ? 50_000 : 20,
                TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          underWay.decrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    serving.close();
  }

  @Test
  void aUrlThatSeveralEntriesNameIsAskedOnceAndTellsOfEach() {
    EndpointsCheck check = check(Cancellation.never());
    check.look(SampleDeployed.receipt("dev", Map.of("url", url("/a?key=1"))), findings);
    check.look(
        SampleDeployed.receipt("qa", Map.of("url", url("/a?key=2"), "region", "eu-west-1")),
        findings);

    check.finish(findings);

    assertThat(requests).hasValue(1);
    assertThat(findings.endpoints())
        .extracting(one -> one.entry() + " " + one.path() + " " + one.url())
        .containsExactly(
            "receipt dev outputs.url " + url("/a"), "receipt qa outputs.url " + url("/a"));
    assertThat(findings.found()).isEmpty();
    assertThat(findings.notChecked()).isEmpty();
  }

  @Test
  void aHostIsNeverAskedMoreThanTwiceAtOnce() {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      outputs.put("url_" + i, url("/" + i));
    }
    EndpointsCheck check = check(Cancellation.never());
    check.look(SampleDeployed.receipt("dev", outputs), findings);

    check.finish(findings);

    assertThat(requests).hasValue(20);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void aUrlUnderASensitiveKeyIsAskedAndNotShown() {
    EndpointsCheck check = check(Cancellation.never());
    check.look(SampleDeployed.receipt("dev", Map.of("secret_hook", url("/hunter2"))), findings);

    check.finish(findings);

    assertThat(findings.endpoints())
        .extracting(DriftReport.Endpoint::url)
        .containsExactly("[REDACTED]");
  }

  @Test
  void aUrlWithAUserNameIsNotAsked() {
    EndpointsCheck check = check(Cancellation.never());
    check.look(
        SampleDeployed.receipt(
            "dev", Map.of("url", url("/").replace("http://", "http://me:hunter2@"))),
        findings);

    check.finish(findings);

    assertThat(requests).hasValue(0);
    assertThat(notChecked()).isEqualTo("outputs.url of receipt dev: its URL holds a user name");
  }

  @Test
  void cancellationLeavesTheRunWithinASecond() {
    Cancellation cancellation = new Cancellation();
    EndpointsCheck check = check(cancellation);
    check.look(
        SampleDeployed.receipt("dev", Map.of("url", url("/slow"), "url_2", url("/2"))), findings);
    Instant[] cancelled = new Instant[1];
    serving.execute(() -> {
      try {
        asked.await();
        cancelled[0] = Instant.now();
        cancellation.cancel();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });

    assertThatThrownBy(() -> check.finish(findings)).isInstanceOf(CancellationException.class);

    assertThat(Duration.between(cancelled[0], Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void theEndpointOfARecordIsAskedToo() {
    EndpointsCheck check = check(Cancellation.never());
    check.look(SampleDeployed.of(SampleDeployed.record("dev", "applied", url("/r"))), findings);
    check.look(SampleDeployed.of(SampleDeployed.record("qa", "applied", "")), findings);

    check.finish(findings);

    assertThat(findings.endpoints())
        .extracting(one -> one.entry() + " " + one.path() + " " + one.url())
        .containsExactly("record shop/dev/aws-lambda endpoint " + url("/r"));
  }

  @Test
  void howFarItIsIsTold() {
    EndpointsCheck check = named();
    check.look(
        SampleDeployed.receipt(
            "dev", Map.of("a", "https://gone.example.com/", "b", "https://gone.example.com/2")),
        findings);

    check.finish(findings);

    assertThat(progress).containsExactlyInAnyOrder("phase endpoints", "1 of 2", "2 of 2");
  }

  @Test
  void whereThereIsNoUrlNothingIsBegun() {
    named().finish(findings);

    assertThat(progress).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://there.example.com/, true",
    "https://gone.example.org/, false",
    "https://later.example.com/, false",
    "http://127.0.0.1/, false",
    "http://localhost/, false"
  })
  void onlyAPublicNameThatIsFoundShowsThatNamesAreKnown(String other, boolean known) {
    EndpointsCheck check = named();
    check.look(SampleDeployed.receipt("dev", Map.of("url", "https://gone.example.com/")), findings);
    check.look(SampleDeployed.receipt("qa", Map.of("url", other)), findings);

    check.finish(findings);

    assertThat(findings.found()).extracting(DriftFinding::rule).hasSize(known ? 1 : 0);
    assertThat(findings.notChecked()).hasSize(known ? 1 : 2);
  }

  @Test
  void aNameThatDoesNotExistIsCriticalOnceAnotherNameIsKnown() {
    judge("https://api.example.com/", new Probed.NoSuchName(), true);

    assertThat(found()).isEqualTo("critical dns no such name");
    assertThat(findings.endpoints()).hasSize(1);
  }

  @Test
  void aNameThatDoesNotExistIsNoProofWhereNoNameIsKnown() {
    judge("https://api.example.com/", new Probed.NoSuchName(), false);

    assertThat(findings.found()).isEmpty();
    assertThat(notChecked())
        .isEqualTo(
            "outputs.url of receipt dev: no name could be looked up: maybe this machine has no"
                + " network");
  }

  @Test
  void aNameOfAPrivateNetworkThatIsUnknownHereIsNoProof() {
    judge("http://shop.default.svc.cluster.local/", new Probed.NoSuchName(), true);

    assertThat(findings.found()).isEmpty();
    assertThat(notChecked()).contains("only a private network knows");
  }

  @Test
  void aPrivateAddressIsNotCheckedAndTheWayToCheckItNamed() {
    judge("https://api.example.com/", new Probed.NotPublic("a loopback"), true);

    assertThat(findings.endpoints()).isEmpty();
    assertThat(notChecked()).contains("it is at a loopback address", "--allow-private");
  }

  @Test
  void noAnswerAndNoTrustAreCritical() {
    judge("https://api.example.com/", new Probed.Silent("8.8.8.8", "refused"), true);
    judge("https://api.example.com/", new Probed.Untrusted("8.8.8.8", "expired"), true);

    assertThat(findings.found())
        .extracting(one -> one.gravity().word() + " " + one.rule() + " " + one.actual())
        .containsExactly("critical no-answer refused", "critical tls expired");
    assertThat(findings.found().getFirst().evidence()).isEqualTo("asked at 8.8.8.8");
  }

  @Test
  void aCertificateThatExpiresSoonIsAWarningWithTheDay() {
    judge("https://api.example.com/", answer(200, NOW.plus(Duration.ofDays(13))), true);

    assertThat(found()).isEqualTo("warning tls-expiry one until 2026-03-14");
  }

  @Test
  void aCertificateForTwoWeeksIsFine() {
    judge("https://api.example.com/", answer(200, NOW.plus(Duration.ofDays(14))), true);

    assertThat(findings.found()).isEmpty();
  }

  @Test
  void aFailureIsAWarningWithTheTimesAsEvidence() {
    judge("https://api.example.com/", answer(503, NOW.plus(Duration.ofDays(99))), true);

    assertThat(found()).isEqualTo("warning status HTTP 503");
    assertThat(findings.found().getFirst().evidence())
        .isEqualTo("8.8.8.8: name 1 ms, connection 2 ms, TLS 3 ms, first byte 4 ms");
  }

  @Test
  void whatIsNotFoundIsGoodToKnow() {
    judge("https://api.example.com/", answer(404, NOW.plus(Duration.ofDays(99))), true);

    assertThat(found()).isEqualTo("info status HTTP 404");
  }

  @Test
  void aRedirectAndARefusalAreFine() {
    judge("https://api.example.com/", answer(302, NOW.plus(Duration.ofDays(99))), true);
    judge("https://api.example.com/", answer(403, NOW.plus(Duration.ofDays(99))), true);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.endpoints()).hasSize(2);
  }

  private void judge(String url, Probed found, boolean namesAreKnown) {
    Endpoint endpoint = (Endpoint) Target.of(url).orElseThrow();
    new EndpointJudgement(endpoint, found, namesAreKnown, NOW)
        .tell(
            new EndpointPlace(SampleDeployed.receipt("dev", Map.of()), "outputs.url", url),
            findings);
  }

  private static Probed answer(int status, Instant expires) {
    return new Probed.Answered("8.8.8.8", status, TIMES, Optional.of(expires), Optional.empty());
  }

  private String found() {
    assertThat(findings.found()).hasSize(1);
    DriftFinding one = findings.found().getFirst();
    return one.gravity().word() + " " + one.rule() + " " + one.actual();
  }

  private String notChecked() {
    assertThat(findings.notChecked()).hasSize(1);
    return findings.notChecked().getFirst().what()
        + ": "
        + findings.notChecked().getFirst().reason();
  }

  private EndpointsCheck check(Cancellation cancellation) {
    return new EndpointsCheck(EndpointProbe.standard(true), NOW, Progress.NONE, cancellation);
  }

  // Every name but two is that of this machine, which is not asked.
  private EndpointsCheck named() {
    Network network =
        new Network() {
          @Override
          public List<InetAddress> addresses(String host) throws IOException {
            if (host.startsWith("gone.")) {
              throw new UnknownHostException(host);
            }
            if (host.startsWith("later.")) {
              throw new IOException("later");
            }
            return List.of(InetAddress.getLoopbackAddress());
          }

          @Override
          public Socket connect(InetAddress address, int port, Duration limit) {
            throw new AssertionError(address);
          }
        };
    Progress watched =
        new Progress() {
          @Override
          public void at(long done, long total) {
            progress.add(done + " of " + total);
          }

          @Override
          public void phase(String name) {
            progress.add("phase " + name);
          }
        };
    return new EndpointsCheck(
        new EndpointProbe(
            network,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            false,
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 1)),
        NOW,
        watched,
        Cancellation.never());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }
}
