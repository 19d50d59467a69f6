package io.runfabric.console.model;

import java.util.List;
import java.util.Optional;

/// One row of state: a receipt or a state record with its address, its revision and its health.
///
/// For an unreadable entry the address is what its key tells; what the key does not tell is empty.
///
/// @param workspace the workspace id the row is keyed by, in databases that several projects share
/// @param updatedAt the document's own `updatedAt`, as written; empty when it has none
/// @param sizeBytes the length of the stored document
/// @param notes what an operator should know though the document loads, one sentence each
public record Entry(
    EntryKind kind,
    String service,
    String stage,
    String provider,
    Optional<String> workspace,
    String updatedAt,
    Health health,
    DocumentRef ref,
    Revision revision,
    long sizeBytes,
    EntryFacts facts,
    List<String> notes) {

  public boolean readable() {
    return health instanceof Health.Ok;
  }
}
