package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.workspace.WorkspaceShare.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every workspace id of the database a project keeps its receipts in.
///
/// @param ambiguous whether several ids may be the project's and none was named; no share is chosen
///   then
public record WorkspaceTable(
    BackendKind kind, String location, boolean ambiguous, List<WorkspaceShare> shares) {

  /// Looks through the whole table; nothing is changed.
  ///
  /// @throws BackendException with [Code#UNSUPPORTED] for a kind whose rows have no workspace
  public static WorkspaceTable of(
      Project project, BackendOptions options, Cancellation cancellation) throws BackendException {
    require(project.backend().kind());
    try (StateBackend backend = Backends.open(project, options)) {
      return of(project, backend, options, false, cancellation);
    } catch (BackendException e) {
      if (e.code() != Code.AMBIGUOUS_WORKSPACE) {
        throw e;
      }
      Optional<String> any = Optional.of(e.choices().getFirst());
      try (StateBackend backend = Backends.open(project, options.withWorkspace(any))) {
        return of(project, backend, options, true, cancellation);
      }
    }
  }

  /// The shares as they are seen from an open backend; none for a kind without workspaces.
  public static List<WorkspaceShare> shares(
      Project project, StateBackend backend, BackendOptions options, Cancellation cancellation)
      throws BackendException {
    return of(project, backend, options, false, cancellation).shares();
  }

  /// Whether rows of a kind are keyed by a workspace.
  public static boolean keyedByWorkspace(BackendKind kind) {
    return switch (kind) {
      case POSTGRES, SQLITE, DYNAMODB -> true;
      case LOCAL, S3, GCS, AZBLOB -> false;
    };
  }

  /// How an id matches a project's folder.
  static Likeness likeness(String id, Project project) {
    String folder = project.folder().toString();
    if (id.equals(folder) || id.equals(folder + "/")) {
      return Likeness.ABSOLUTE_PATH;
    }
    if (id.equals(".")) {
      return Likeness.CURRENT_FOLDER;
    }
    return id.equals(project.typedFolder()) ? Likeness.AS_TYPED : Likeness.NONE;
  }

  /// @throws BackendException with [Code#UNSUPPORTED]
  static void require(BackendKind kind) throws BackendException {
    if (!keyedByWorkspace(kind)) {
      throw new BackendException(
          Code.UNSUPPORTED,
          "a " + kind + " backend has no workspaces: its entries lie in a place of their own",
          "workspaces are a matter of postgres, sqlite and dynamodb");
    }
  }

  private static WorkspaceTable of(
      Project project,
      StateBackend backend,
      BackendOptions options,
      boolean ambiguous,
      Cancellation cancellation)
      throws BackendException {
    List<WorkspaceShare> shares = new ArrayList<>();
    for (WorkspaceRows rows : backend.workspaces()) {
      cancellation.check();
      shares.add(share(rows, project, options, ambiguous, cancellation));
    }
    return new WorkspaceTable(backend.kind(), backend.location(), ambiguous, List.copyOf(shares));
  }

  private static WorkspaceShare share(
      WorkspaceRows rows,
      Project project,
      BackendOptions options,
      boolean ambiguous,
      Cancellation cancellation)
      throws BackendException {
    Map<String, Long> services = new TreeMap<>();
    long[] unreadable = {0};
    try (StateBackend share =
        Backends.open(project, options.withWorkspace(Optional.of(rows.id())))) {
      share.entries(
          entry -> {
            if (entry.workspace().isPresent()) {
              unreadable[0] += entry.readable() ? 0 : 1;
              if (!entry.service().isEmpty()) {
                services.merge(entry.service(), 1L, Long::sum);
              }
            }
          },
          cancellation);
    }
    return new WorkspaceShare(
        rows.id(),
        rows.entries(),
        rows.chosen() && !ambiguous,
        likeness(rows.id(), project),
        services,
        unreadable[0]);
  }
}
