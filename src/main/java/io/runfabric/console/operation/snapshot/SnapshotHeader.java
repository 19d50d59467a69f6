package io.runfabric.console.operation.snapshot;

/// What a backup says of itself before its documents.
///
/// @param backend the word for the kind of the backend
/// @param createdAt when it was made, RFC 3339
public record SnapshotHeader(String service, String backend, String createdAt) {}
