package io.runfabric.console.backend;

import io.runfabric.console.model.Entry;
import java.util.Optional;

/// An entry with the stored bytes it was judged by.
///
/// @param content empty when the bytes cannot be had; the entry then says why
public record EntryDocument(Entry entry, Optional<byte[]> content) {}
