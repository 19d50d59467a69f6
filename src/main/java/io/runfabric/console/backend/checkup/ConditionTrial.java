package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/// Tries, on a document of its own, whether a store keeps to preconditions. Some that speak S3
/// accept them and write all the same, others look before they write and not while they do: there,
/// of two who take a lock at once, both have it.
public final class ConditionTrial {

  private static final String CREATED = "create for one of several at once";
  private static final String REPLACED = "replace for one of several at once";
  private static final int REMOVALS = 3;
  private static final int AT_ONCE = 3;

  private final DocumentStore store;
  private final String key;
  private final List<String> ignored = new ArrayList<>();

  /// @param key where nothing is and nothing that is stored is looked for
  public ConditionTrial(DocumentStore store, String key) {
    this.store = store;
    this.key = key;
  }

  /// A name for a document of a trial, which no other trial uses.
  public static String freshName() {
    return "runfabric-console-trial-" + UUID.randomUUID();
  }

  /// Tries it, and removes the document.
  ///
  /// @return the conditions that were not kept to, in words; empty when the store can be relied on
  /// @throws BackendException when the trial itself cannot be made
  public List<String> run() throws BackendException {
    try {
      conditions(create(), 1);
      return List.copyOf(ignored);
    } finally {
      remove();
    }
  }

  /// Writes the document, several at once, of whom one may.
  Revision create() throws BackendException {
    return raced(CREATED, "created", Precondition.ABSENT);
  }

  /// With a document at this revision in the store: what must be refused.
  ///
  /// @param races how often several replace it at once; a store that looks before it writes is not
  ///   found out every time
  void conditions(Revision first, int races) throws BackendException {
    must("create where nothing is", () -> store.put(key, content("2"), Precondition.ABSENT));
    for (int race = 1; race <= races && ignored.isEmpty(); race++) {
      Revision there = seen().orElse(first);
      var _ = raced(REPLACED, "replaced " + race, new Precondition.Matches(there));
    }
    must(
        "replace what was not changed",
        () -> store.put(key, content("3"), new Precondition.Matches(first)));
    must(
        "delete what was not changed",
        () -> {
          store.delete(key, first);
          return first;
        });
  }

  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /// Removes the document, whatever revision it has.
  void remove() throws BackendException {
    for (int attempt = 1; ; attempt++) {
      Optional<Revision> left = current();
      if (left.isEmpty()) {
        return;
      }
      try {
        store.delete(key, left.get());
        return;
      } catch (BackendException e) {
        // A removal that was tried again after a lost answer may meet itself: look again.
        if (e.code() != Code.CONFLICT || attempt == REMOVALS) {
          throw e;
        }
      }
    }
  }

  // By as many as race next: who has to connect first comes too late.
  private Optional<Revision> seen() {
    Queue<Revision> seen = new ConcurrentLinkedQueue<>();
    atOnce(_ -> {
      try {
        current().ifPresent(seen::add);
      } catch (BackendException _) {
        // The write that follows tells.
      }
    });
    return Optional.ofNullable(seen.poll());
  }

  private static void atOnce(IntConsumer work) {
    try (AtOnce race = new AtOnce(AT_ONCE)) {
      for (int i = 1; i <= AT_ONCE; i++) {
        int number = i;
        race.start(() -> work.accept(number));
      }
    }
  }

  // Nobody else writes here: where all are told of a conflict, one was tried again after its
  // answer was lost, and met itself.
  private Revision raced(String condition, String round, Precondition precondition)
      throws BackendException {
    List<Revision> winners = Collections.synchronizedList(new ArrayList<>());
    List<BackendException> refusals = Collections.synchronizedList(new ArrayList<>());
    atOnce(number -> {
      try {
        winners.add(store.put(key, content(round + " by " + number), precondition));
      } catch (BackendException e) {
        refusals.add(e);
      }
    });
    if (winners.size() > 1) {
      ignored.add(condition);
      return current().orElse(winners.getFirst());
    }
    for (BackendException refusal : refusals) {
      if (refusal.code() != Code.CONFLICT) {
        throw refusal;
      }
    }
    return winners.isEmpty() ? current().orElseThrow(refusals::getFirst) : winners.getFirst();
  }

  private interface Attempt {
    Revision make() throws BackendException;
  }

  private void must(String condition, Attempt attempt) throws BackendException {
    try {
      var _ = attempt.make();
      ignored.add(condition);
    } catch (BackendException e) {
      if (e.code() != Code.CONFLICT) {
        throw e;
      }
    }
  }

  private Optional<Revision> current() throws BackendException {
    return store.get(key).map(StoredDocument::revision);
  }

  /// A document every store takes: a JSON object of one string.
  private static byte[] content(String number) {
    return ("{\"trial\": \"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
