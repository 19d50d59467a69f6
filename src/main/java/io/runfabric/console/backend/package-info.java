/// The port every kind of state backend stands behind, and the errors they share.
///
/// What a backend must guarantee is said on [StateBackend] and [DocumentStore]; what is clever
/// (judging documents, reading many at once, choosing a workspace) is done once, in
/// [io.runfabric.console.backend.document]. Each kind is one small package: see
/// [io.runfabric.console.backend.local] and [io.runfabric.console.backend.sqlite]. What only some
/// stores can do is an interface of its own: [VersionedStore], [StampedStore]. Start reading at
/// [StateBackend].
@NullMarked
package io.runfabric.console.backend;

import org.jspecify.annotations.NullMarked;
