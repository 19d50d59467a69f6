package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.AwsCall;
import io.runfabric.console.backend.aws.AwsCheckup;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.config.Project;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// Looks at a receipt table or a lock table.
public final class TableCheckup implements Checkup {

  private final Project project;
  private final AwsAccess access;
  private final String name;
  private final Kind kind;

  private record Kind(String what, List<String> keys) {
    static final Kind RECEIPTS = new Kind("receipts", List.of("pk", "sk"));
    static final Kind LOCKS = new Kind("locks", List.of("lockKey"));
  }

  private TableCheckup(Project project, AwsAccess access, String name, Kind kind) {
    this.project = project;
    this.access = access;
    this.name = name;
    this.kind = kind;
  }

  public static TableCheckup receipts(Project project, AwsAccess access, String table) {
    return new TableCheckup(project, access, table, Kind.RECEIPTS);
  }

  public static TableCheckup locks(Project project, AwsAccess access, String table) {
    return new TableCheckup(project, access, table, Kind.LOCKS);
  }

  @Override
  public String place() {
    return kind.what() + " in DynamoDB table " + name;
  }

  @Override
  public void run(Sitting sitting) {
    boolean credentials = new AwsCheckup(project, access, "DYNAMODB").tell(sitting);
    try (DocumentStore store = store()) {
      StoreTrial trial = trial(store);
      if (!credentials || !described(sitting)) {
        trial.unreached(sitting);
        return;
      }
      var _ = trial.run(sitting);
    } catch (BackendException e) {
      sitting.tell(Finding.failed(StoreTrial.area(e), place(), "works", e));
    }
  }

  private DocumentStore store() throws BackendException {
    return kind.equals(Kind.RECEIPTS)
        ? ReceiptItems.open(access, name)
        : LockItems.open(access, name);
  }

  private StoreTrial trial(DocumentStore store) {
    if (kind.equals(Kind.RECEIPTS)) {
      RowKey row = new RowKey(ConditionTrial.freshName(), "trial");
      return new StoreTrial(
          store,
          new Range(RowKey.prefix(name, row.workspace()), false),
          row.text(name),
          new Permissions(
              "dynamodb:Query",
              "dynamodb:GetItem",
              "dynamodb:PutItem",
              "dynamodb:UpdateItem",
              "dynamodb:DeleteItem"));
    }
    return new StoreTrial(
        store,
        new Range(name + "/", false),
        name + "/" + ConditionTrial.freshName(),
        Permissions.of(
            "dynamodb:Scan", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"));
  }

  /// Whether the table is there, or may be: who may not describe it may still use it.
  private boolean described(Sitting sitting) {
    try (TableAdmin admin = TableAdmin.open(access, name, kind.keys())) {
      DescribeTableResponse answer =
          AwsCall.answer(
              admin.table().attempt("describe it", "DescribeTable"),
              sitting.cancellation(),
              () -> admin.table().client().describeTable(request -> request.tableName(name)));
      AwsCheckup.clock(answer.sdkHttpResponse(), sitting);
      return usable(answer.table(), sitting);
    } catch (BackendException e) {
      if (e.code() == Code.NOT_FOUND) {
        sitting.tell(
            Finding.failed(Area.EXISTENCE, place(), "table", e)
                .mendedBy(new Repair("create the DynamoDB table " + name, this::create)));
        return false;
      }
      sitting.tell(
          new Finding(
              e.code() == Code.DENIED ? Area.PERMISSIONS : StoreTrial.area(e),
              e.code() == Code.DENIED ? Severity.WARNING : Severity.CRITICAL,
              place(),
              "dynamodb:DescribeTable",
              e.sentence(),
              e.remedy()));
      return e.code() == Code.DENIED;
    }
  }

  private boolean usable(TableDescription table, Sitting sitting) {
    sitting.ok(Area.PERMISSIONS, "dynamodb:DescribeTable", "describing is permitted");
    List<String> keys = table.keySchema().stream().map(KeySchemaElement::attributeName).toList();
    if (!keys.equals(kind.keys())) {
      sitting.critical(
          Area.EXISTENCE,
          "table",
          "its keys are " + String.join(", ", keys) + ", not " + String.join(", ", kind.keys()),
          "name another table, or create one with these keys");
      return false;
    }
    sitting.ok(Area.EXISTENCE, "table", "exists, status " + table.tableStatusAsString());
    sitting.ok(
        Area.AT_REST,
        "encryption",
        Optional.ofNullable(table.sseDescription())
            .map(sse -> "with a key of KMS (" + sse.statusAsString() + ")")
            .orElse("with a key that AWS owns"));
    return true;
  }

  private void create() throws BackendException {
    try (TableAdmin admin = TableAdmin.open(access, name, kind.keys())) {
      admin.create();
    }
  }
}
