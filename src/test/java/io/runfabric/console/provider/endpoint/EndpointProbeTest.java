package io.runfabric.console.provider.endpoint;

import static io.runfabric.console.provider.endpoint.TargetTest.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.provider.endpoint.Probed.Answered;
import io.runfabric.console.provider.endpoint.Probed.NoSuchName;
import io.runfabric.console.provider.endpoint.Probed.NotPublic;
import io.runfabric.console.provider.endpoint.Probed.Silent;
import io.runfabric.console.provider.endpoint.Probed.Unclear;
import io.runfabric.console.provider.endpoint.Probed.Untrusted;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a look at real servers finds, well-behaved and hostile ones.
@Timeout(60)
class EndpointProbeTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3), 1);
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String OK = "HTTP/1.1 200 OK";

  @TempDir private static Path folder;
  private static Authority authority;

  private final FakeNetwork network = new FakeNetwork();

  @BeforeAll
  static void anAuthority() throws Exception {
    authority = new Authority(folder);
  }

  @Test
  void anEndpointThatAnswersIsToldWithItsStatusAndTimes() throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      Answered answer = (Answered) privately(local(server, "/health"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.address()).isEqualTo("127.0.0.1");
      assertThat(answer.tlsExpires()).isEmpty();
      assertThat(answer.timings().sentence()).contains("name", "connection", "first byte");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void nothingSecretIsSent() throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      privately(endpoint("http://127.0.0.1:" + server.port() + "/hook?key=hunter2#hunter3"));

      assertThat(server.requests().getFirst())
          .isEqualTo(
              "HEAD /hook HTTP/1.1\nHost: 127.0.0.1:"
                  + server.port()
                  + "\nUser-Agent: runfabric-console\nAccept: */*\nConnection: close\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {405, 501})
  void whereHeadIsNotAllowedGetIsAskedAndItsBodyLeft(int refused) throws Exception {
    try (RawServer server =
        RawServer.plain((request, out) -> {
          String status = request.startsWith("HEAD") ? refused + " No" : "204 None";
          out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          out.flush();
          // A body that never ends.
          while (request.startsWith("GET")) {
            out.write(new byte[1024]);
          }
        })) {
      assertThat(((Answered) privately(local(server, "/"))).status()).isEqualTo(204);
      assertThat(server.requests())
          .extracting(one -> one.substring(0, one.indexOf(' ')))
          .containsExactly("HEAD", "GET");
    }
  }

  @Test
  void aRedirectIsNotFollowedAndOnlyItsHostTold() throws Exception {
    try (RawServer elsewhere = RawServer.plain(RawServer.answer(OK));
        RawServer server =
            RawServer.plain(
                RawServer.answer(
                    "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:"
                        + elsewhere.port()
                        + "/login?token=hunter2"))) {
      Answered answer = (Answered) privately(local(server, "/"));

      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.redirectsTo()).contains("127.0.0.1");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void anAnswerThatSaysThatMoreIsToComeIsReadOn() throws Exception {
    try (RawServer server =
        RawServer.plain(
            RawServer.answer("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.0 503"))) {
      assertThat(((Answered) privately(local(server, "/"))).status()).isEqualTo(503);
    }
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsSilent() throws Exception {
    try (RawServer server = RawServer.plain((_, _) -> new CountDownLatch(1).await())) {
      assertThat(privately(local(server, "/")))
          .isEqualTo(new Silent("127.0.0.1", "no answer came in time"));
    }
  }

  @Test
  void aServerThatTricklesIsLeftOnceItsTimeIsUp() throws Exception {
    try (RawServer server =
        RawServer.plain((_, out) -> {
          for (byte one :
              "HTTP/1.1 200 OK and on and on and on and on".getBytes(StandardCharsets.US_ASCII)) {
            out.write(one);
            out.flush();
            Thread.sleep(300);
          }
        })) {
      assertThat(privately(local(server, "/")))
          .isEqualTo(new Silent("127.0.0.1", "no answer came in time"));
    }
  }

  @Test
  void aServerThatClosesAtOnceIsSilent() throws Exception {
    try (RawServer server = RawServer.plain((_, _) -> {})) {
      assertThat(privately(local(server, "/")))
          .isEqualTo(new Silent("127.0.0.1", "the connection is closed before an answer came"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH", "HTTP/1.1 abc", "HTTP/1.1 99 Low", "{\"key\": 1}"})
  void whatIsNoHttpIsNotQuoted(String garbage) throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(garbage))) {
      assertThat(privately(local(server, "/")))
          .isEqualTo(new Silent("127.0.0.1", "what answers there does not speak HTTP/1.1"));
    }
  }

  @Test
  void headersWithoutAnEndAreNotReadToTheEnd() throws Exception {
    try (RawServer server =
        RawServer.plain((_, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write("x: y\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        })) {
      assertThat(privately(local(server, "/")))
          .isEqualTo(new Silent("127.0.0.1", "its headers are longer than any should be"));
    }
  }

  @Test
  void aRefusedConnectionIsSilent() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      port = taken.getLocalPort();
    }

    assertThat(privately(endpoint("http://127.0.0.1:" + port + "/")))
        .isEqualTo(new Silent("127.0.0.1", "the connection is refused"));
  }

  @Test
  void aTrustedCertificateIsToldWithItsLastDay() throws Exception {
    SSLContext good = authority.server("good", "dns:localhost", "-1d", 6);
    try (RawServer server = RawServer.secure(good, RawServer.answer(OK))) {
      Answered answer = (Answered) privately(secure(server));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.tlsExpires().orElseThrow())
          .isBetween(
              Instant.now().plus(4, ChronoUnit.DAYS), Instant.now().plus(6, ChronoUnit.DAYS));
      assertThat(answer.timings().tls()).isPositive();
    }
  }

  @Test
  void anExpiredCertificateIsNotTrusted() throws Exception {
    assertThat(trouble(authority.server("expired", "dns:localhost", "-30d", 10)))
        .isEqualTo("its certificate has expired");
  }

  @Test
  void aCertificateOfLaterIsNotTrusted() throws Exception {
    assertThat(trouble(authority.server("later", "dns:localhost", "+5d", 10)))
        .isEqualTo("its certificate is not valid yet");
  }

  @Test
  void aCertificateForAnotherNameIsNotTrusted() throws Exception {
    assertThat(trouble(authority.server("other", "dns:other.example", "-1d", 30)))
        .isEqualTo("its certificate is for another name");
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotTrusted() throws Exception {
    SSLContext context = authority.server("alone", "dns:localhost", "-1d", 30);
    try (RawServer server = RawServer.secure(context, RawServer.answer(OK))) {
      EndpointProbe strangers =
          new EndpointProbe(
              new SystemNetwork(), (SSLSocketFactory) SSLSocketFactory.getDefault(), true, SHORT);

      assertThat(strangers.ask(secure(server), Cancellation.never()))
          .isEqualTo(
              new Untrusted("127.0.0.1", "its certificate comes from nobody this machine trusts"));
      assertThat(server.requests()).noneMatch(request -> request.startsWith("HEAD"));
    }
  }

  @Test
  void aServerWithoutTlsIsNotTrusted() throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      assertThat(privately(secure(server))).isInstanceOf(Silent.class);
    }
    try (ServerSocket listening = new ServerSocket(0, 1, LOOPBACK)) {
      Thread.startVirtualThread(() -> {
        try (Socket socket = listening.accept()) {
          socket
              .getOutputStream()
              .write("220 mail.example\r\n".getBytes(StandardCharsets.US_ASCII));
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
          // The caller went away.
        }
      });

      assertThat(privately(endpoint("https://localhost:" + listening.getLocalPort() + "/")))
          .isEqualTo(new Untrusted("127.0.0.1", "no TLS connection comes about"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "localhost.",
        "2130706433",
        "127.1",
        "[::ffff:127.0.0.1]"
      })
  void noSpellingOfAPrivateAddressLeadsToIt(String host) throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      Probed found =
          EndpointProbe.standard(false)
              .ask(endpoint("http://" + host + ":" + server.port() + "/"), Cancellation.never());

      assertThat(found).isInstanceOfAny(NotPublic.class, Unclear.class, NoSuchName.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x7f.1", "0x7f000001", "0177.0.0.1"})
  void aSpellingThatIsReadInSeveralWaysLeadsNowhere(String host) throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      EndpointProbe.standard(false)
          .ask(endpoint("http://" + host + ":" + server.port() + "/"), Cancellation.never());

      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aNameWithOnePrivateAddressAmongPublicOnesIsNotAsked() {
    network.answers.add(List.of(PUBLIC, InetAddress.ofLiteral("10.0.0.7")));

    assertThat(publicly("http://shop.example/")).isEqualTo(new NotPublic("a private"));
    assertThat(network.connected).isEmpty();
  }

  @Test
  void aNameThatIsAnothersAMomentLaterLeadsToTheAddressThatWasJudged() throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer("HTTP/1.1 405 No"))) {
      network.server = Optional.of(server);
      network.answers.add(List.of(PUBLIC));
      network.answers.add(List.of(LOOPBACK));

      Answered answer = (Answered) publicly("http://shop.example/");

      assertThat(answer.address()).isEqualTo("8.8.8.8");
      assertThat(network.connected).containsExactly(PUBLIC, PUBLIC);
      assertThat(network.answers).as("looked up once").hasSize(1);
    }
  }

  @Test
  void theNameThatIsVerifiedIsTheUrlsAndNotTheAddress() throws Exception {
    SSLContext shop = authority.server("shop", "dns:shop.example", "-1d", 30);
    try (RawServer server = RawServer.secure(shop, RawServer.answer(OK))) {
      network.server = Optional.of(server);
      network.answers.add(List.of(PUBLIC));

      assertThat(publicly("https://shop.example/")).isInstanceOf(Answered.class);
      assertThat(server.requests().getFirst()).contains("Host: shop.example\n");
    }
  }

  @Test
  void theNextAddressIsAskedWhereTheFirstIsNotReached() throws Exception {
    try (RawServer server = RawServer.plain(RawServer.answer(OK))) {
      InetAddress unreachable = InetAddress.ofLiteral("2600::1");
      network.server = Optional.of(server);
      network.unreachable = Optional.of(unreachable);
      network.answers.add(List.of(unreachable, PUBLIC));
      network.answers.add(List.of(unreachable));

      assertThat(publicly("http://shop.example/")).isInstanceOf(Answered.class);
      assertThat(publicly("http://shop.example/"))
          .isEqualTo(new Unclear("this machine has no way to its network"));
    }
  }

  @Test
  void aNameThatDoesNotExistIsToldFromALookupThatFailed() {
    assertThat(publicly("http://shop.example/")).isEqualTo(new NoSuchName());

    network.trouble = true;

    assertThat(publicly("http://shop.example/"))
        .isEqualTo(new Unclear("its name could not be looked up"));
  }

  @Test
  void cancellationLeavesAServerThatNeverAnswersWithinASecond() throws Exception {
    try (RawServer server = RawServer.plain((_, _) -> new CountDownLatch(1).await())) {
      Cancellation cancellation = new Cancellation();
      EndpointProbe patient = EndpointProbe.standard(true);
      List<Instant> cancelled = new ArrayList<>();
      Thread.startVirtualThread(() -> {
        try {
          server.awaitRequest();
          cancelled.add(Instant.now());
          cancellation.cancel();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      });

      assertThatThrownBy(() -> patient.ask(local(server, "/"), cancellation))
          .isInstanceOf(CancellationException.class);
      assertThat(Duration.between(cancelled.getFirst(), Instant.now()))
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  private static String trouble(SSLContext context) throws Exception {
    try (RawServer server = RawServer.secure(context, RawServer.answer(OK))) {
      return ((Untrusted) privately(secure(server))).reason();
    }
  }

  private static Probed privately(Endpoint endpoint) throws Exception {
    return new EndpointProbe(
            new SystemNetwork(), authority.caller().getSocketFactory(), true, SHORT)
        .ask(endpoint, Cancellation.never());
  }

  private Probed publicly(String url) {
    try {
      return new EndpointProbe(network, authority.caller().getSocketFactory(), false, SHORT)
          .ask(endpoint(url), Cancellation.never());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Endpoint local(RawServer server, String path) {
    return endpoint("http://127.0.0.1:" + server.port() + path);
  }

  private static Endpoint secure(RawServer server) {
    return endpoint("https://localhost:" + server.port() + "/");
  }

  /// Names as a test has them; every connection leads to its server, whatever the address.
  private static final class FakeNetwork implements Network {

    private final Deque<List<InetAddress>> answers = new ArrayDeque<>();
    private final List<InetAddress> connected = new ArrayList<>();
    private Optional<RawServer> server = Optional.empty();
    private Optional<InetAddress> unreachable = Optional.empty();
    private boolean trouble;

    @Override
    public List<InetAddress> addresses(String host) throws IOException {
      if (trouble) {
        throw new IOException("later");
      }
      List<InetAddress> answer = answers.poll();
      if (answer == null) {
        throw new UnknownHostException(host);
      }
      return answer;
    }

    @Override
    public Socket connect(InetAddress address, int port, Duration limit) throws IOException {
      if (unreachable.filter(address::equals).isPresent()) {
        throw new ConnectException("Network is unreachable");
      }
      connected.add(address);
      return new Socket(LOOPBACK, server.orElseThrow().port());
    }
  }
}
