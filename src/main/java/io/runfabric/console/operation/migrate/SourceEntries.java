package io.runfabric.console.operation.migrate;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.document.OrderedReads;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;
import io.runfabric.console.operation.migrate.MigrationPlan.LeftBehind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes from the source to the target: its entries, each generation that moves, and its
/// journals where they are wanted.
final class SourceEntries implements Feed<RuntimeException> {

  private final Ends ends;
  private final MigrationRequest request;
  private final List<LeftBehind> leftBehind = new ArrayList<>();
  private final Map<EntryKind, Long> stays = new EnumMap<>(EntryKind.class);
  private Map<String, Long> otherServices = Map.of();

  SourceEntries(Ends ends, MigrationRequest request) {
    this.ends = ends;
    this.request = request;
  }

  @Override
  public void each(Sink sink, Cancellation cancellation) throws BackendException {
    leftBehind.clear();
    stays.clear();
    ListingSummary summary =
        ends.source()
            .documents(request.filter(), found -> entry(found, sink), Progress.NONE, cancellation);
    otherServices = summary.otherServices();
    if (request.journals()) {
      journals(sink, cancellation);
    }
  }

  private void entry(EntryDocument found, Sink sink) {
    Entry entry = found.entry();
    if (!ends.moved().contains(entry.kind())) {
      stays.merge(entry.kind(), 1L, Long::sum);
    } else if (!entry.readable() || found.content().isEmpty()) {
      leftBehind.add(new LeftBehind(entry.ref(), entry.health().reason()));
    } else {
      byte[] content = found.content().get();
      sink.take(
          Wanted.of(
              Part.of(entry.kind()),
              entry.service(),
              entry.stage(),
              entry.provider(),
              entry.updatedAt(),
              content),
          content);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record JournalBytes(Journal journal, byte[] content) {}

  // A bucket and the project's folder may both hold a stage's journal: the one that counts more
  // saves is the later one.
  private void journals(Sink sink, Cancellation cancellation) throws BackendException {
    Map<String, Journal> latest = new LinkedHashMap<>();
    for (Journal journal : ends.source().journals(request.filter(), cancellation)) {
      if (journal.health() instanceof io.runfabric.console.model.Health.Unreadable) {
        leftBehind.add(new LeftBehind(journal.ref(), journal.health().reason()));
      } else if (ours(journal)) {
        latest.merge(
            journal.service() + "/" + journal.stage(),
            journal,
            (one, other) -> later().compare(one, other) >= 0 ? one : other);
      }
    }
    try (OrderedReads<JournalBytes> reads =
        new OrderedReads<>(
            ends.source().backend().atOnce(),
            read -> sink.take(wanted(read), read.content()),
            cancellation)) {
      for (Journal journal : latest.values()) {
        if (!there(journal)) {
          reads.submit(() -> read(journal));
        }
      }
      reads.finish();
    }
  }

  private boolean ours(Journal journal) {
    return request.filter().allServices()
        || request.filter().service().isPresent()
        || journal.service().equals(ends.source().project().service());
  }

  private static Comparator<Journal> later() {
    return Comparator.comparingLong(Journal::version).thenComparing(Journal::updatedAt);
  }

  // Whatever the kind, engine 2 keeps journals in the project's folder too.
  private boolean there(Journal journal) throws BackendException {
    DocumentRef place = ends.target().backend().locateJournal(journal.service(), journal.stage());
    return ends.inOneFolder() && place.equals(journal.ref()) && place.source().equals("local");
  }

  private Optional<JournalBytes> read(Journal journal) throws BackendException {
    return ends.source()
        .read(journal.ref())
        .map(StoredDocument::content)
        .map(content -> new JournalBytes(journal, content));
  }

  private static Wanted wanted(JournalBytes read) {
    Journal journal = read.journal();
    return Wanted.of(
        Part.JOURNAL, journal.service(), journal.stage(), "", journal.updatedAt(), read.content());
  }

  List<LeftBehind> leftBehind() {
    return List.copyOf(leftBehind);
  }

  Map<String, Long> otherServices() {
    return otherServices;
  }

  /// Entries that stay where they are, in words.
  List<String> stays() {
    List<String> words = new ArrayList<>();
    stays.forEach((kind, count) ->
        words.add(
            count
                + " "
                + (kind == EntryKind.RECEIPT ? "receipt" : "state record")
                + (count == 1 ? " stays" : "s stay")
                + " where "
                + (count == 1 ? "it is" : "they are")
                + (kind == EntryKind.RECEIPT
                    ? ": this file has engine 1's state: block only"
                    : ": what does not move is found there afterwards too")));
    return words;
  }
}
