package io.runfabric.console.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What every adapter that speaks JSON over HTTP does alike. Each runs it whole against answers of
/// its provider's shape.
@Timeout(30)
public abstract class AdapterContract {

  @TempDir protected Path folder;
  protected RecordedCloud server;

  /// What the provider answers for what is not there.
  protected abstract Recorded absent();

  /// What the provider answers to credentials that may not look.
  protected abstract Recorded denied();

  /// The path of the first request for [#receipt()], and its answer when all is well.
  protected abstract String path();

  protected abstract String fine();

  /// One whose first resource is looked for at [#path()].
  protected abstract Receipt receipt();

  /// Opens the cloud at the server, signed in with the test's token.
  protected abstract Cloud open() throws Exception;

  /// Opens it where there are no credentials.
  protected abstract Cloud openWithoutCredentials() throws Exception;

  /// A part of the remedy that names what to set.
  protected abstract String credential();

  @BeforeEach
  void start() throws Exception {
    server = server();
  }

  protected RecordedCloud server() throws Exception {
    return new RecordedCloud(absent());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  protected Seen first() throws Exception {
    return all(receipt()).getFirst();
  }

  protected List<Seen> all(Receipt receipt) throws Exception {
    try (Cloud cloud = open()) {
      List<Seen> seen = new ArrayList<>();
      for (Lookup lookup : cloud.lookups(receipt)) {
        seen.add(lookup.looking().look(Cancellation.never()));
      }
      return seen;
    }
  }

  protected static There there(Seen seen) {
    assertThat(seen).isInstanceOf(There.class);
    return (There) seen;
  }

  protected BackendException failure() {
    BackendException failure = catchThrowableOfType(BackendException.class, this::first);
    assertThat(failure).isNotNull();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace + failure.remedy())
        .doesNotContain(RecordedCloud.TOKEN)
        .doesNotContain("quoted");
    return failure;
  }

  @Test
  void whatIsThereIsSeenWithTheTokenOfTheUser() throws Exception {
    server.at(path(), fine());

    assertThat(there(first()).trouble()).isEmpty();
    assertThat(server.tokens().getFirst()).isEqualTo("Bearer " + RecordedCloud.TOKEN);
  }

  @Test
  void withoutCredentialsOpeningSaysWhatToSet() {
    assertThatThrownBy(() -> openWithoutCredentials().close())
        .isInstanceOfSatisfying(
            BackendException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.DENIED);
              assertThat(e.remedy()).contains(credential());
            });
  }

  @Test
  void missingPermissionIsNamed() {
    server.at(path(), denied());

    BackendException failure = failure();

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure.remedy()).contains("allow these credentials ");
  }

  @Test
  void credentialsThatAreNotAcceptedAreDenied() {
    server.at(path(), Recorded.json(401, "{\"message\": \"quoted\"}"));

    assertThat(failure().code()).isEqualTo(Code.DENIED);
  }

  @Test
  void aThrottledRequestIsTriedAgain() throws Exception {
    server.at(path(), Recorded.throttled("0"), Recorded.json(200, fine()));

    assertThat(first()).isInstanceOf(There.class);
  }

  @Test
  void aServiceThatThrottlesForLongIsUnreachable() {
    server.at(path(), Recorded.throttled("3600"));

    BackendException failure = failure();

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageContaining("throttling");
  }

  @Test
  void anAnswerThatIsNotWhatIsDocumentedIsDamaged() {
    String half = fine().substring(0, fine().length() / 2);
    for (String body :
        List.of("<html>quoted</html>", "[\"quoted\"]", "{}", "\"quoted\"", "", half)) {
      server.at(path(), body);

      BackendException failure = failure();

      assertThat(failure.code()).as(body).isEqualTo(Code.DAMAGED);
      assertThat(failure).hasMessageContaining("the answer is not what");
    }
  }

  @Test
  void anAnswerThatBreaksOffIsUnreachable() {
    server.at(path(), Recorded.json(200, fine()).brokenOff());

    assertThat(failure().code()).isEqualTo(Code.UNREACHABLE);
  }

  @Test
  void aServerThatKnowsNoPathHasNotSaidThatTheResourceIsGone() {
    server.at(path(), Recorded.json(404, "<h1>quoted</h1>"));

    assertThat(failure().code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.at(path(), new Recorded(302, Map.of("Location", server.url() + "/x"), "", 0));

    assertThat(failure().code()).isEqualTo(Code.DAMAGED);
    assertThat(server.requests()).doesNotContain("/x");
  }

  @Test
  void cancellingLeavesAServerThatDoesNotAnswer() throws Exception {
    server.at(path(), Recorded.silence());
    Cancellation cancellation = new Cancellation();
    try (Cloud cloud = open()) {
      Lookup lookup = cloud.lookups(receipt()).getFirst();
      CompletableFuture<Seen> looking =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return lookup.looking().look(cancellation);
                } catch (BackendException e) {
                  throw new IllegalStateException(e);
                }
              },
              Thread::startVirtualThread);
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      cancellation.cancel();

      assertThatThrownBy(() -> looking.get(1, TimeUnit.SECONDS))
          .isInstanceOfAny(CancellationException.class, ExecutionException.class)
          .hasMessageContaining("cancelled");
    }
  }
}
