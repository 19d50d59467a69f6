package io.runfabric.console.operation.snapshot;

/// What a document of a backup belongs to. What does not apply, or is not known, is empty.
///
/// @param provider of records and their locks
public record SnapshotAddress(String service, String stage, String provider) {

  /// The address as one text, for people: `shop/dev/aws-lambda`.
  public String text() {
    return String.join(
        "/",
        java.util.stream.Stream.of(service, stage, provider)
            .filter(part -> !part.isEmpty())
            .toList());
  }
}
