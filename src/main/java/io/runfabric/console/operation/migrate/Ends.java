package io.runfabric.console.operation.migrate;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.config.RecordSettings;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The two ends of a migration, open.
///
/// @param moved which generations' entries go from one end to the other; what else there is stays
///   where the configuration finds it afterwards too
public record Ends(ProjectSession source, ProjectSession target, Set<EntryKind> moved)
    implements AutoCloseable {

  /// Opens both; nothing is created.
  ///
  /// @throws BackendException with [Code#INVALID] when there is nothing to go from one to the other
  public static Ends open(Route route, BackendOptions options)
      throws InvalidProjectException, BackendException {
    if (!route.named()) {
      throw new BackendException(
          Code.INVALID,
          "it is not said where to migrate to",
          "name a kind with --to, a configuration with --to-config or a workspace with"
              + " --to-workspace");
    }
    return route.toProject().isPresent() || route.to().isEmpty()
        ? betweenPlaces(route, options)
        : betweenKinds(route, options);
  }

  private static Ends betweenKinds(Route route, BackendOptions options)
      throws InvalidProjectException, BackendException {
    Project configured = ProjectLoader.load(route.project()).project();
    RecordSettings records = configured.records();
    // A file that says nothing of `backend:` and something of `state:` is engine 1's.
    boolean receipts = !records.declared() || !configured.backendOrigin().equals("default");
    BackendKind from =
        kind(
            route.from(),
            receipts ? configured.backend().kind() : records.store().kind(),
            "--from");
    BackendKind to = kind(route.to(), from, "--to");
    if (from == to) {
      throw new BackendException(
          Code.INVALID,
          route.from().isPresent()
              ? "both ends are " + from
              : "the configuration says " + from + " already, so both ends are the same",
          "name the kind to migrate from with --from, another file with --to-config, or another"
              + " workspace with --to-workspace");
    }
    Set<EntryKind> moved = EnumSet.noneOf(EntryKind.class);
    if (receipts) {
      moved.add(EntryKind.RECEIPT);
    }
    // After a cutover the file no longer says where records were.
    boolean recordsLeft = !receipts && records.store().kind() == to && RecordSettings.keptIn(from);
    boolean recordsHere = records.store().kind() == from && RecordSettings.keptIn(to);
    if (records.declared() && (recordsHere || recordsLeft)) {
      moved.add(EntryKind.RECORD);
    }
    if (moved.isEmpty()) {
      throw new BackendException(
          Code.INVALID,
          "state records are kept in "
              + records.store().kind()
              + ", and cannot go from "
              + from
              + " to "
              + to,
          "name the kind they are in with --from, and one that keeps records with --to");
    }
    ProjectRequest target = route.project();
    if (receipts) {
      target = target.withBackend(Optional.of(to.word()));
    }
    if (moved.contains(EntryKind.RECORD)) {
      target = target.withRecords(Optional.of(to.word()));
    }
    ProjectRequest source =
        receipts && from != configured.backend().kind()
            ? route.project().withBackend(Optional.of(from.word()))
            : recordsLeft ? route.project().withRecords(Optional.of(from.word())) : route.project();
    return opened(route, source, target, moved, options);
  }

  private static Ends betweenPlaces(Route route, BackendOptions options)
      throws InvalidProjectException, BackendException {
    ProjectRequest source = route.project().withBackend(route.from());
    ProjectRequest target = route.toProject().orElse(route.project()).withBackend(route.to());
    Set<EntryKind> moved =
        route.toProject().isPresent()
            ? EnumSet.allOf(EntryKind.class)
            : EnumSet.of(EntryKind.RECEIPT);
    Ends ends = opened(route, source, target, moved, options);
    try {
      ends.requireTwo();
      return ends;
    } catch (BackendException e) {
      ends.close();
      throw e;
    }
  }

  private static Ends opened(
      Route route,
      ProjectRequest source,
      ProjectRequest target,
      Set<EntryKind> moved,
      BackendOptions options)
      throws InvalidProjectException, BackendException {
    ProjectSession from = ProjectSession.open(source, options.withWorkspace(route.workspace()));
    try {
      ProjectSession to = ProjectSession.open(target, options.withWorkspace(route.toWorkspace()));
      return new Ends(from, to, moved);
    } catch (InvalidProjectException | BackendException e) {
      from.close();
      throw e;
    }
  }

  private void requireTwo() throws BackendException {
    if (!source.project().service().equals(target.project().service())) {
      throw new BackendException(
          Code.INVALID,
          "the two files are of different services, "
              + source.project().service()
              + " and "
              + target.project().service(),
          "name two files of one service");
    }
    EntryAddress any = EntryAddress.receipt("dev");
    boolean same =
        source.backend().kind() == target.backend().kind()
            && source.backend().location().equals(target.backend().location())
            && source.backend().locate(any).equals(target.backend().locate(any))
            && source.project().environment().equals(target.project().environment());
    if (same) {
      throw new BackendException(
          Code.INVALID,
          "both ends are the same place, " + source.backend().location(),
          "name another one");
    }
  }

  /// Whether both ends lie in one project folder, where engine 2 keeps journals and locks.
  boolean inOneFolder() {
    return source.project().folder().equals(target.project().folder());
  }

  /// The kind that what moves is kept in now.
  public BackendKind from() {
    return kind(source.project());
  }

  /// The kind that it goes to.
  public BackendKind to() {
    return kind(target.project());
  }

  private BackendKind kind(Project project) {
    return moved.contains(EntryKind.RECEIPT)
        ? project.backend().kind()
        : project.records().store().kind();
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }

  private static BackendKind kind(Optional<String> word, BackendKind otherwise, String option)
      throws BackendException {
    if (word.isEmpty()) {
      return otherwise;
    }
    return BackendKind.of(word.get())
        .orElseThrow(() ->
            new BackendException(
                Code.INVALID,
                "there is no backend kind '" + word.get() + "' for " + option,
                "use one of " + String.join(", ", BackendKind.words())));
  }
}
