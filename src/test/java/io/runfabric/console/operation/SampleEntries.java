package io.runfabric.console.operation;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryFacts;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;

/// Entries as a listing tells them.
public final class SampleEntries {

  private SampleEntries() {}

  public static Entry receipt(String service, String stage, Health health) {
    return of(EntryKind.RECEIPT, service, stage, "", ".runfabric/" + stage + ".json", health);
  }

  public static Entry record(String service, String stage, String provider, String key) {
    return of(EntryKind.RECORD, service, stage, provider, key, new Health.Ok());
  }

  private static Entry of(
      EntryKind kind, String service, String stage, String provider, String key, Health health) {
    return new Entry(
        kind,
        service,
        stage,
        provider,
        Optional.empty(),
        "2026-03-01T11:00:00Z",
        health,
        new DocumentRef("local", key),
        Revision.ofText(key),
        2,
        EntryFacts.NONE,
        List.of());
  }
}
