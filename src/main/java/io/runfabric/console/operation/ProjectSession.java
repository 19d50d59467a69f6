package io.runfabric.console.operation;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.Problem;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// An open project: its configuration and its backend. Safe for use by several threads.
public final class ProjectSession implements AutoCloseable {

  private final LoadedProject loaded;
  private final StateBackend backend;
  private final Clock clock;

  /// @param backend closed with the session
  ProjectSession(LoadedProject loaded, StateBackend backend, Clock clock) {
    this.loaded = loaded;
    this.backend = backend;
    this.clock = clock;
  }

  /// Loads the configuration and opens its backend; nothing is created.
  public static ProjectSession open(ProjectRequest request, BackendOptions options)
      throws InvalidProjectException, BackendException {
    LoadedProject loaded = ProjectLoader.load(request);
    return new ProjectSession(loaded, Backends.open(loaded.project(), options), options.clock());
  }

  public Project project() {
    return loaded.project();
  }

  /// The configuration with everything noticed while it was loaded.
  public LoadedProject loaded() {
    return loaded;
  }

  /// What is questionable in the configuration though it opened.
  public List<Problem> warnings() {
    return loaded.warnings();
  }

  public StateBackend backend() {
    return backend;
  }

  /// The moment leases and ages are judged by.
  public Instant now() {
    return clock.instant();
  }

  /// Hands over the entries the filter lets through, as they are read.
  ///
  /// @throws java.util.concurrent.CancellationException once cancelled
  public ListingSummary entries(
      StateFilter filter, Consumer<Entry> sink, Progress progress, Cancellation cancellation)
      throws BackendException {
    return documents(filter, document -> sink.accept(document.entry()), progress, cancellation);
  }

  /// What was listed, and the backend's stamp of it.
  ///
  /// @param stamp see [StateBackend#stampedDocuments]
  public record Stamped(ListingSummary summary, Optional<Revision> stamp) {}

  /// As [#entries], with the backend's stamp.
  public Stamped stampedEntries(
      StateFilter filter, Consumer<Entry> sink, Progress progress, Cancellation cancellation)
      throws BackendException {
    EntryTally tally =
        new EntryTally(
            filter, project().service(), document -> sink.accept(document.entry()), progress);
    Optional<Revision> stamp = backend.stampedDocuments(tally, cancellation);
    return new Stamped(tally.summary(), stamp);
  }

  /// As [#entries], each with its stored bytes.
  public ListingSummary documents(
      StateFilter filter,
      Consumer<EntryDocument> sink,
      Progress progress,
      Cancellation cancellation)
      throws BackendException {
    EntryTally tally = new EntryTally(filter, project().service(), sink, progress);
    backend.documents(tally, cancellation);
    return tally.summary();
  }

  /// The locks the filter lets through.
  public List<Lock> locks(StateFilter filter, Cancellation cancellation) throws BackendException {
    return backend.locks(cancellation).stream()
        .map(lock -> KeyNames.addressed(lock, project()))
        .filter(filter::matches)
        .toList();
  }

  /// The journals the filter lets through, each with the finding whether its deploy was
  /// interrupted: not at its end, and no live lock on its stage.
  public List<Journal> journals(StateFilter filter, Cancellation cancellation)
      throws BackendException {
    List<Lock> locks = locks(StateFilter.PROJECT, cancellation);
    return backend.journals(cancellation).stream()
        .map(journal -> KeyNames.addressed(journal, project()))
        .filter(filter::matches)
        .map(journal -> journal.withInterrupted(interrupted(journal, locks)))
        .toList();
  }

  /// The stored bytes of a document, if it is still there.
  public Optional<StoredDocument> read(DocumentRef ref) throws BackendException {
    return backend.read(ref);
  }

  @Override
  public void close() {
    backend.close();
  }

  // A record's lock holds one provider of engine 1 and says nothing of engine 2's deploys; who
  // keeps
  // the stage for maintenance does not deploy it.
  private static boolean interrupted(Journal journal, List<Lock> locks) {
    return journal.unfinished()
        && locks.stream()
            .filter(lock -> lock.source() != Lock.Source.RECORD)
            .filter(lock -> lock.live() && lock.maintenance().isEmpty())
            .noneMatch(lock ->
                lock.stage().equals(journal.stage())
                    && (lock.service().isEmpty() || lock.service().equals(journal.service())));
  }

  /// Counts what passes and what is left out.
  private static final class EntryTally implements Consumer<EntryDocument> {

    private final StateFilter filter;
    private final String projectService;
    private final Consumer<EntryDocument> sink;
    private final Progress progress;
    private final Map<String, Long> others = new TreeMap<>();
    private long listed;
    private long unreadable;

    EntryTally(
        StateFilter filter,
        String projectService,
        Consumer<EntryDocument> sink,
        Progress progress) {
      this.filter = filter;
      this.projectService = projectService;
      this.sink = sink;
      this.progress = progress;
    }

    @Override
    public void accept(EntryDocument document) {
      Entry entry = document.entry();
      if (!filter.matchesAddress(entry)) {
        return;
      }
      if (!filter.matchesService(entry, projectService)) {
        others.merge(entry.service(), 1L, Long::sum);
        return;
      }
      listed++;
      unreadable += entry.readable() ? 0 : 1;
      sink.accept(document);
      progress.at(listed, -1);
    }

    ListingSummary summary() {
      return new ListingSummary(listed, unreadable, Map.copyOf(others));
    }
  }
}
