package io.runfabric.console.backend.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Receipts are written in one transaction with the look at the lock. The fences here let every
/// check made beforehand pass, as for a writer that is paused right after it.
@Timeout(60)
class FencedWriteTest {

  private static final byte[] LOCK =
      bytes("{\"service\": \"shop\", \"stage\": \"dev\", \"ownerToken\": \"mine\"}");
  private static final String CANCELED =
      "{\"__type\": \"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
          + " \"CancellationReasons\": [{\"Code\": \"None\"}, {\"Code\": \"%s\"}]}";

  private int checks;

  @Test
  void aLockThatIsHeldLetsWritesThrough() throws Exception {
    try (Tables tables = new Tables()) {
      Fence fence = fence(tables.locks, tables.lock, "mine");

      Revision first = tables.receipts.put(tables.dev, bytes("1"), Precondition.ABSENT, fence);
      Revision second =
          tables.receipts.put(tables.dev, bytes("2"), new Precondition.Matches(first), fence);
      fails(
          Code.CONFLICT,
          () -> tables.receipts.put(tables.dev, bytes("3"), Precondition.ABSENT, fence));
      tables.receipts.delete(tables.dev, second, fence);

      assertThat(tables.receipts.get(tables.dev)).isEmpty();
    }
  }

  @Test
  void aLockOfSomebodyElseRefusesEveryWriteWithinTheRequest() throws Exception {
    try (Tables tables = new Tables()) {
      refusesEverything(tables, fence(tables.locks, tables.lock, "not mine any more"));
    }
  }

  @Test
  void aLockThatIsGoneRefusesEveryWriteWithinTheRequest() throws Exception {
    try (Tables tables = new Tables()) {
      refusesEverything(tables, fence(tables.locks, tables.lock + "-gone", "mine"));
    }
  }

  @Test
  void theConsolesOwnLocksAreLookedAtWithinTheRequestToo() throws Exception {
    try (Tables tables = new Tables()) {
      String own = tables.receiptTable + "/shop:dev";
      tables.own.put(own, LOCK, Precondition.ABSENT);
      refusesEverything(tables, fence(tables.own, own, "not mine any more"));

      tables.receipts.put(
          tables.dev, bytes("1"), Precondition.ABSENT, fence(tables.own, own, "mine"));
    }
  }

  @Test
  void withoutThePermissionTheLockIsCheckedImmediatelyBefore() throws Exception {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    try (ScriptedServer server =
            new ScriptedServer((_, request) -> {
              String target = request.getRequestHeaders().getFirst("X-Amz-Target");
              asked.add(target.substring(target.indexOf('.') + 1));
              return target.endsWith(".TransactWriteItems")
                  ? Answer.dynamodbError(400, "AccessDeniedException")
                  : Answer.json(200, "{}");
            });
        Tables tables = new Tables(server)) {
      tables.receipts.put(
          tables.dev, bytes("1"), Precondition.ABSENT, fence(tables.locks, tables.lock, "mine"));

      assertThat(asked).containsExactly("TransactWriteItems", "PutItem");
      assertThat(checks).isEqualTo(2);
    }
  }

  @Test
  void aTransactionThatMeetsAnotherIsTriedAgain() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, _) ->
                nth < 4
                    ? Answer.json(400, CANCELED.formatted("TransactionConflict"))
                    : Answer.json(200, "{}"));
        Tables tables = new Tables(server)) {
      tables.receipts.put(
          tables.dev, bytes("1"), Precondition.ABSENT, fence(tables.locks, tables.lock, "mine"));

      assertThat(server.requests()).isEqualTo(4);
    }
  }

  @Test
  void aTransactionThatAlwaysMeetsAnotherIsGivenUp() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (_, _) -> Answer.json(400, CANCELED.formatted("TransactionConflict")));
        Tables tables = new Tables(server)) {
      fails(
          Code.UNREACHABLE,
          () ->
              tables.receipts.put(
                  tables.dev,
                  bytes("1"),
                  Precondition.ABSENT,
                  fence(tables.locks, tables.lock, "mine")));
    }
  }

  @Test
  void anythingElseThatCancelsATransactionIsAnErrorOfItsOwn() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((_, _) -> Answer.json(400, CANCELED.formatted("ValidationError")));
        Tables tables = new Tables(server)) {
      fails(
          Code.DAMAGED,
          () ->
              tables.receipts.put(
                  tables.dev,
                  bytes("1"),
                  Precondition.ABSENT,
                  fence(tables.locks, tables.lock, "mine")));
    }
  }

  @Test
  void aRenewalThatMeetsAWritesTransactionIsTriedAgain() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, _) ->
                nth < 3
                    ? Answer.dynamodbError(400, "TransactionConflictException")
                    : Answer.json(200, "{}"));
        Tables tables = new Tables(server)) {
      tables.locks.put(tables.lock, LOCK, Precondition.ABSENT);

      assertThat(server.requests()).isEqualTo(3);
    }
  }

  private void refusesEverything(Tables tables, Fence fence) throws BackendException {
    Revision stored = tables.receipts.put(tables.dev, bytes("1"), Precondition.ABSENT, Fence.NONE);
    String qa = tables.receiptTable + "[.]/qa";

    fails(Code.LEASE_LOST, () -> tables.receipts.put(qa, bytes("2"), Precondition.ABSENT, fence));
    fails(
        Code.LEASE_LOST,
        () -> tables.receipts.put(tables.dev, bytes("2"), new Precondition.Matches(stored), fence));
    fails(Code.LEASE_LOST, () -> tables.receipts.delete(tables.dev, stored, fence));

    assertThat(checks).isEqualTo(3);
    assertThat(tables.receipts.get(qa)).isEmpty();
    assertThat(tables.receipts.get(tables.dev).orElseThrow().revision()).isEqualTo(stored);
    tables.receipts.delete(tables.dev, stored);
  }

  private Fence fence(LockItems locks, String key, String token) {
    return new Fence() {
      @Override
      public void check() {
        checks++;
      }

      @Override
      public List<Held> held() {
        return List.of(new Held(locks, key, "ownerToken", token));
      }
    };
  }

  /// A receipt table and a lock table, in which `shop:dev` is locked.
  private static final class Tables implements AutoCloseable {

    final String receiptTable;
    final ReceiptItems receipts;
    final LockItems own;
    final LockItems locks;
    final String dev;
    final String lock;

    Tables() throws BackendException {
      this(
          DynamodbServer.running().environment(),
          DynamodbServer.running().newTable("pk", "sk"),
          DynamodbServer.running().newTable("lockKey"));
      locks.put(lock, LOCK, Precondition.ABSENT);
    }

    Tables(ScriptedServer server) throws BackendException {
      this(environment(server.endpoint()), "receipts", "locks");
    }

    private Tables(Map<String, String> environment, String receiptTable, String lockTable)
        throws BackendException {
      AwsAccess access = new AwsAccess(environment, "us-east-1");
      this.receiptTable = receiptTable;
      receipts = ReceiptItems.open(access, receiptTable);
      own = LockItems.besideReceipts(access, receiptTable, ".");
      locks = LockItems.open(access, lockTable);
      dev = receiptTable + "[.]/dev";
      lock = lockTable + "/shop:dev";
    }

    private static Map<String, String> environment(String endpoint) {
      Map<String, String> environment = new HashMap<>(S3Server.environment(endpoint));
      environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
      return environment;
    }

    @Override
    public void close() {
      receipts.close();
      own.close();
      locks.close();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void fails(Code code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).as(e.sentence()).isEqualTo(code));
  }
}
