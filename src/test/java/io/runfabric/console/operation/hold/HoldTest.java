package io.runfabric.console.operation.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HeldStage.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Stages that are held, kept and given back within one process.
@Timeout(60)
class HoldTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final String LOCK = ".runfabric/locks/shop-dev.lock.json";
  private static final String RECORD_LOCK = "state/shop/dev/aws.state.json.lock";

  @TempDir private Path folder;
  private HoldMemory memory;
  private ProjectSession session;

  @BeforeEach
  void open() throws Exception {
    memory = new HoldMemory(folder.resolve("user"));
    session = session("");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ProjectSession session(String more) throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n" + more);
    return ProjectSession.open(
        new ProjectRequest(
            Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), Map.of()),
        new BackendOptions(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), _ -> false));
  }

  private HeldStage hold(boolean renewed) throws Exception {
    return Hold.take(
        session,
        new HoldRequest("shop", "dev", "moving", Duration.ofMinutes(15), renewed, false),
        memory,
        new Trace());
  }

  private HeldStage hold() throws Exception {
    return hold(true);
  }

  private int release() throws Exception {
    return Release.run(session, "shop", "dev", Set.of(), memory, new Trace(), Cancellation.never());
  }

  private List<Lock> locks() throws Exception {
    return session.locks(StateFilter.PROJECT, Cancellation.never());
  }

  private List<Path> memories() throws IOException {
    Path holds = folder.resolve("user/holds");
    if (Files.notExists(holds)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(holds)) {
      return files.toList();
    }
  }

  private static FutureTask<Ending> kept(HeldStage held, Cancellation cancellation) {
    FutureTask<Ending> keeping = new FutureTask<>(() -> held.keep(cancellation));
    Thread.ofVirtual().start(keeping);
    return keeping;
  }

  @Test
  void aHoldIsTakenAndRemembered() throws Exception {
    HeldStage held = hold(false);

    assertThat(held.keys()).containsExactly(LOCK);
    // In whole seconds, never earlier than it ends.
    assertThat(held.until()).isEqualTo(Instant.parse("2026-03-01T12:15:01Z"));
    assertThat(memory.recall(session.project(), "shop", "dev").orElseThrow().releasing()).isFalse();
    assertThat(memory.remembers(session.project(), locks().getFirst())).isTrue();
    assertThat(memory.recall(session.project(), "shop", "prod")).isEmpty();
    assertThat(catchThrowableOfType(BackendException.class, this::hold).code())
        .isEqualTo(Code.LOCKED);

    assertThat(release()).isEqualTo(1);
    assertThat(folder.resolve(LOCK)).doesNotExist();
    assertThat(memories()).isEmpty();
    assertThat(release()).isZero();
  }

  @Test
  void aHoldThatCannotBeRememberedIsNotTaken() throws Exception {
    Files.writeString(folder.resolve("user"), "no folder");

    assertThatThrownBy(this::hold).isInstanceOf(IOException.class);
    assertThat(folder.resolve(LOCK)).doesNotExist();
  }

  @Test
  void toldToStopItGivesTheStageBack() throws Exception {
    Cancellation cancellation = new Cancellation();
    FutureTask<Ending> keeping = kept(hold(), cancellation);
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(keeping.isDone()).isFalse();
    assertThat(folder.resolve(LOCK)).exists();

    cancellation.cancel();

    assertThat(keeping.get()).isEqualTo(Ending.STOPPED);
    assertThat(folder.resolve(LOCK)).doesNotExist();
    assertThat(memories()).isEmpty();
  }

  @Test
  void releasedByAnotherItEnds() throws Exception {
    FutureTask<Ending> keeping = kept(hold(), new Cancellation());

    assertThat(release()).isEqualTo(1);

    assertThat(keeping.get()).isEqualTo(Ending.RELEASED);
    assertThat(folder.resolve(LOCK)).doesNotExist();
  }

  @Test
  void whatAnotherHoldRemembersStays() throws Exception {
    Cancellation cancellation = new Cancellation();
    FutureTask<Ending> keeping = kept(hold(), cancellation);
    assertThat(release()).isEqualTo(1);
    assertThat(keeping.get()).isEqualTo(Ending.RELEASED);
    HeldStage next = hold();

    assertThat(memory.recall(session.project(), "shop", "dev").orElseThrow().tokens())
        .isEqualTo(next.tokens());
  }

  @Test
  void engineOnesLocksAreTakenForEachProviderAndTheirLossEndsIt() throws Exception {
    session.close();
    session = session("providers: [aws, gcp]\nstate: {lock: {timeoutSeconds: 3}}\n");
    HeldStage held = hold();
    assertThat(held.keys()).hasSize(3).contains(LOCK).anyMatch(key -> key.endsWith(RECORD_LOCK));
    FutureTask<Ending> keeping = kept(held, new Cancellation());

    Files.delete(folder.resolve(".runfabric").resolve(RECORD_LOCK));

    assertThatThrownBy(keeping::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
    assertThat(memories()).isEmpty();
    assertThat(folder.resolve(LOCK)).doesNotExist();
  }

  @Test
  void engineOnesLocksAreNotTakenToBeLeftAlone() throws Exception {
    session.close();
    session = session("providers: [aws]\nstate: {lock: {timeoutSeconds: 3}}\n");

    BackendException refusal = catchThrowableOfType(BackendException.class, () -> hold(false));

    assertThat(refusal.code()).isEqualTo(Code.UNSUPPORTED);
    assertThat(refusal.sentence()).contains("within 3 s");
    assertThat(folder.resolve(LOCK)).doesNotExist();
  }
}
