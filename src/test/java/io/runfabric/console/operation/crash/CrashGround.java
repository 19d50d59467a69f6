package io.runfabric.console.operation.crash;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.change.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one operation works on once: a project below a folder, and the state it finds there.
///
/// @param kind of the backend that is written to; a backup's is read
/// @param dsn of a database of its own
/// @param schema in that database
record CrashGround(CrashWork work, BackendKind kind, Path root, String dsn, String schema) {

  static final String DSN = "RUNFABRIC_STATE_POSTGRES_URL";
  static final String OLD_WORKSPACE = ".";
  static final String NEW_WORKSPACE = "/srv/my-api";

  /// The kind it starts from.
  BackendKind from() {
    return switch (work) {
      case BACKUP, RESTORE, REMOVE, REKEY -> kind;
      case MIGRATE -> kind == BackendKind.LOCAL ? BackendKind.POSTGRES : BackendKind.LOCAL;
      case MIGRATE_ELSEWHERE ->
          kind == BackendKind.SQLITE ? BackendKind.POSTGRES : BackendKind.SQLITE;
    };
  }

  ProjectRequest project() {
    return request("project");
  }

  ProjectRequest elsewhere() {
    return request("elsewhere");
  }

  private ProjectRequest request(String name) {
    return new ProjectRequest(
        root.resolve(name).resolve("runfabric.yml"),
        root,
        Optional.empty(),
        Optional.empty(),
        Map.of(DSN, dsn));
  }

  /// The backup that is restored.
  Path backup() {
    return root.resolve("wanted.json");
  }

  /// Where entries come from, where that is another place than where they go.
  Optional<CrashPlace> source() {
    return switch (work) {
      case BACKUP, RESTORE, REMOVE -> Optional.empty();
      case MIGRATE -> Optional.of(place(kinds(project(), from())));
      case MIGRATE_ELSEWHERE -> Optional.of(place(project()));
      case REKEY -> Optional.of(workspace(OLD_WORKSPACE));
    };
  }

  /// Where entries go.
  CrashPlace target() {
    return switch (work) {
      case BACKUP, RESTORE, REMOVE -> place(project());
      case MIGRATE -> place(kinds(project(), kind));
      case MIGRATE_ELSEWHERE -> place(elsewhere());
      case REKEY -> workspace(NEW_WORKSPACE);
    };
  }

  private CrashPlace workspace(String id) {
    return new CrashPlace(project(), BackendOptions.standard().withWorkspace(Optional.of(id)));
  }

  private static CrashPlace place(ProjectRequest request) {
    return new CrashPlace(request, BackendOptions.standard());
  }

  private static ProjectRequest kinds(ProjectRequest request, BackendKind kind) {
    return request
        .withBackend(Optional.of(kind.word()))
        .withRecords(Optional.of(records(kind).word()));
  }

  // SQLite holds receipts only; records stay in files beside it.
  private static BackendKind records(BackendKind kind) {
    return kind == BackendKind.SQLITE ? BackendKind.LOCAL : kind;
  }

  /// What it is about. Only receipts have a workspace.
  List<CrashDocument> documents() {
    return CrashDocument.all().stream()
        .filter(document -> work != CrashWork.REKEY || document.part() == Part.RECEIPT)
        .toList();
  }

  /// Whether documents of this part become others.
  boolean concerns(Part part) {
    return switch (work) {
      case BACKUP -> false;
      case RESTORE, REMOVE -> part != Part.JOURNAL;
      case MIGRATE ->
          part == Part.RECEIPT || (part == Part.RECORD && records(kind) != records(from()));
      case MIGRATE_ELSEWHERE, REKEY -> true;
    };
  }

  /// What is at the target before.
  Optional<byte[]> before(CrashDocument document) {
    if (concerns(document.part())) {
      return work == CrashWork.REKEY ? Optional.empty() : document.old();
    }
    // What both ends share is there as it is at the source.
    return source().isPresent() ? document.wanted() : document.old();
  }

  /// What is to be at the target afterwards.
  Optional<byte[]> after(CrashDocument document) {
    if (!concerns(document.part())) {
      return before(document);
    }
    if (work == CrashWork.REMOVE) {
      return document.wanted().isEmpty() ? Optional.empty() : before(document);
    }
    boolean stays = work != CrashWork.RESTORE && document.wanted().isEmpty();
    return stays ? before(document) : document.wanted();
  }

  /// What the configuration says before.
  String configuration() {
    return configuration(from());
  }

  /// What it says after a migration within one file: keys of other kinds are set aside.
  String configurationAfter() {
    if (work != CrashWork.MIGRATE) {
      return configuration();
    }
    String text = configuration(kind);
    if (kind != BackendKind.SQLITE) {
      text = text.replace("  sqlite", "  # sqlite");
    }
    return kind == BackendKind.POSTGRES
        ? text
        : text.replace("  postgresC", "  # postgresC").replace("  postgresT", "  # postgresT");
  }

  private String configuration(BackendKind backend) {
    return """
    # The shop.
    service: shop
    provider: {name: aws-lambda}
    backend:
      kind: %s   # for now
      sqlitePath: .runfabric/state.db
      postgresConnectionStringEnv: %s
      postgresTable: runfabric_receipts
    state:
      backend: %s
      postgres:
        connectionStringEnv: %s
        schema: %s
    """
        .formatted(backend.word(), DSN, records(backend).word(), DSN, schema);
  }

  /// Puts everything there.
  void prepare() throws Exception {
    write(project(), configuration());
    if (work == CrashWork.MIGRATE_ELSEWHERE) {
      write(elsewhere(), configuration(kind));
    }
    Optional<CrashPlace> source = source();
    if (source.isPresent()) {
      source.get().put(documents(), CrashDocument::wanted);
    }
    List<CrashDocument> atTheTarget =
        documents().stream()
            .filter(document -> source.isEmpty() || concerns(document.part()))
            .toList();
    target().put(atTheTarget, this::before);
  }

  private static void write(ProjectRequest request, String configuration) throws IOException {
    Path file = request.typed();
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    Files.writeString(file, configuration);
  }
}
