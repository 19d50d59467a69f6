package io.runfabric.console.operation.doctor;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Counts entries as they are read.
final class EntryCount implements Consumer<Entry> {

  private final String service;
  private final Set<String> otherReceipts = new TreeSet<>();
  private long entries;
  private long unreadable;

  /// @param service the project's own
  EntryCount(String service) {
    this.service = service;
  }

  @Override
  public void accept(Entry entry) {
    entries++;
    unreadable += entry.readable() ? 0 : 1;
    boolean other = !entry.service().isEmpty() && !entry.service().equals(service);
    if (other && entry.kind() == EntryKind.RECEIPT) {
      otherReceipts.add(entry.service());
    }
  }

  long unreadable() {
    return unreadable;
  }

  /// The services other than the project's that keep receipts here.
  Set<String> otherReceipts() {
    return otherReceipts;
  }

  String told() {
    return entries + (entries == 1 ? " entry" : " entries");
  }
}
