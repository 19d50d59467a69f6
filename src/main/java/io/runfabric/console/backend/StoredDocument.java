package io.runfabric.console.backend;

import io.runfabric.console.model.Revision;

/// A document as stored, byte for byte.
///
/// @param key the store's name for it
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the revision is what is compared
public record StoredDocument(String key, byte[] content, Revision revision) {}
