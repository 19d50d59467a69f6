package io.runfabric.console.operation.snapshot;

import io.runfabric.console.model.DocumentRef;

/// What the manifest says of one document.
///
/// @param name its address, for people
/// @param origin where it lay
/// @param sizeBytes of the stored document
/// @param sha256 of its exact stored bytes, lower-case hex
/// @param leading the white space before its JSON value
/// @param trailing the white space after it, such as a final newline
record ManifestLine(
    SnapshotPart part,
    String name,
    DocumentRef origin,
    long sizeBytes,
    String sha256,
    String leading,
    String trailing) {}
