package io.runfabric.console.operation;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an operator needs to know of a project at a glance.
///
/// @param stages one line per stage that any entry, lock or journal names, by name
/// @param attention what asks for somebody to act, most pressing first
public record Overview(
    long receipts,
    long records,
    long unreadable,
    long locksHeld,
    long locksStale,
    long locksUnreadable,
    long journalsInterrupted,
    long journalsUnreadable,
    Map<String, Long> otherServices,
    List<StageLine> stages,
    List<Attention> attention) {

  /// One stage.
  ///
  /// @param providers of its entries
  /// @param updatedAt the newest `updatedAt` of its entries, as stored; empty when none is known
  /// @param lock the state of its strongest lock: `held`, `unreadable`, `stale`; empty when free
  public record StageLine(
      String stage,
      List<String> providers,
      String updatedAt,
      long entries,
      long unreadable,
      String lock,
      boolean interrupted) {}

  /// One thing that asks for action.
  ///
  /// @param severity how pressing
  /// @param subject what it is about, such as a stage or a key
  /// @param message what is the matter, one sentence
  public record Attention(Severity severity, Subject kind, String subject, String message) {

    public enum Severity {
      CRITICAL,
      WARNING,
      INFO
    }

    /// Which list holds the thing.
    public enum Subject {
      ENTRY,
      LOCK,
      JOURNAL,
      PROJECT
    }
  }

  /// Reads everything the filter lets through and sums it up.
  public static Overview of(
      ProjectSession session, StateFilter filter, Progress progress, Cancellation cancellation)
      throws BackendException {
    Builder builder = new Builder();
    ListingSummary summary = session.entries(filter, builder::add, progress, cancellation);
    List<Lock> locks = session.locks(filter, cancellation);
    List<Journal> journals = session.journals(filter, cancellation);
    return builder.build(summary.otherServices(), locks, journals);
  }

  /// Sums up entries as they arrive.
  public static final class Builder {

    private static final int MOST_UNREADABLE_NAMED = 20;

    private final Map<String, Stage> stages = new TreeMap<>();
    private final List<Attention> unreadableEntries = new ArrayList<>();
    private final List<Attention> failedRecords = new ArrayList<>();
    private long receipts;
    private long records;
    private long unreadable;

    public Builder add(Entry entry) {
      if (entry.kind() == EntryKind.RECEIPT) {
        receipts++;
      } else {
        records++;
      }
      Stage stage = stage(entry.stage());
      stage.entries++;
      if (!entry.provider().isEmpty()) {
        stage.providers.add(entry.provider());
      }
      if (entry.updatedAt().compareTo(stage.updatedAt) > 0) {
        stage.updatedAt = entry.updatedAt();
      }
      switch (entry.health()) {
        case Health.Ok() -> noteLifecycle(entry);
        case Health.Unreadable(String reason) -> {
          unreadable++;
          stage.unreadable++;
          if (unreadableEntries.size() < MOST_UNREADABLE_NAMED) {
            unreadableEntries.add(
                new Attention(
                    Attention.Severity.CRITICAL,
                    Attention.Subject.ENTRY,
                    entry.ref().key(),
                    "this " + entry.kind().word() + " does not load: " + reason));
          }
        }
      }
      return this;
    }

    public Overview build(
        Map<String, Long> otherServices, List<Lock> locks, List<Journal> journals) {
      List<Attention> attention = new ArrayList<>(unreadableEntries);
      locks.forEach(lock -> note(lock, attention));
      journals.forEach(journal -> note(journal, attention));
      attention.addAll(failedRecords);
      attention.sort(java.util.Comparator.comparing(Attention::severity));
      return new Overview(
          receipts,
          records,
          unreadable,
          count(locks, Lock.State.HELD),
          count(locks, Lock.State.STALE),
          count(locks, Lock.State.UNREADABLE),
          journals.stream().filter(Journal::interrupted).count(),
          journals.stream().filter(journal -> !(journal.health() instanceof Health.Ok)).count(),
          otherServices,
          stages.entrySet().stream().map(e -> e.getValue().line(e.getKey())).toList(),
          List.copyOf(attention));
    }

    private void noteLifecycle(Entry entry) {
      String lifecycle = entry.facts().lifecycle();
      if (lifecycle.equals("failed") || lifecycle.equals("in_progress")) {
        failedRecords.add(
            new Attention(
                lifecycle.equals("failed") ? Attention.Severity.WARNING : Attention.Severity.INFO,
                Attention.Subject.ENTRY,
                entry.ref().key(),
                "the last deploy to " + entry.provider() + " is recorded as " + lifecycle));
      }
    }

    private void note(Lock lock, List<Attention> attention) {
      Stage stage = stage(lock.stage());
      stage.lock = stronger(stage.lock, lock.state());
      String subject =
          lock.service().isEmpty() ? lock.stage() : lock.service() + "/" + lock.stage();
      switch (lock.state()) {
        case HELD -> {
          if (lock.pidAlive().filter(alive -> !alive).isPresent()) {
            attention.add(
                new Attention(
                    Attention.Severity.WARNING,
                    Attention.Subject.LOCK,
                    subject,
                    "held by " + lock.holder() + ", which does not run on this machine"));
          }
        }
        case STALE ->
            attention.add(
                new Attention(
                    Attention.Severity.WARNING,
                    Attention.Subject.LOCK,
                    subject,
                    "the lease of " + lock.holder() + " has ended and the lock is still there"));
        case UNREADABLE ->
            attention.add(
                new Attention(
                    Attention.Severity.CRITICAL,
                    Attention.Subject.LOCK,
                    subject,
                    "the lock does not load and blocks every deploy: " + lock.reason()));
      }
    }

    private void note(Journal journal, List<Attention> attention) {
      Stage stage = stage(journal.stage());
      if (journal.interrupted()) {
        stage.interrupted = true;
        attention.add(
            new Attention(
                Attention.Severity.CRITICAL,
                Attention.Subject.JOURNAL,
                journal.service() + "/" + journal.stage(),
                "a "
                    + (journal.operation().isEmpty() ? "run" : journal.operation())
                    + " was interrupted: its journal is "
                    + journal.status()
                    + " and no deploy holds the lock"));
      }
      if (journal.health() instanceof Health.Unreadable(String reason)) {
        attention.add(
            new Attention(
                Attention.Severity.CRITICAL,
                Attention.Subject.JOURNAL,
                journal.ref().key(),
                "this journal does not load: " + reason));
      }
    }

    private Stage stage(String name) {
      return stages.computeIfAbsent(name, _ -> new Stage());
    }

    private static long count(List<Lock> locks, Lock.State state) {
      return locks.stream().filter(lock -> lock.state() == state).count();
    }

    // HELD before UNREADABLE before STALE.
    private static String stronger(String known, Lock.State found) {
      if (known.equals("held") || found == Lock.State.HELD) {
        return "held";
      }
      return known.equals("unreadable") ? known : found.word();
    }
  }

  private static final class Stage {
    private final SortedSet<String> providers = new TreeSet<>();
    private String updatedAt = "";
    private long entries;
    private long unreadable;
    private String lock = "";
    private boolean interrupted;

    private StageLine line(String name) {
      return new StageLine(
          name, List.copyOf(providers), updatedAt, entries, unreadable, lock, interrupted);
    }
  }
}
