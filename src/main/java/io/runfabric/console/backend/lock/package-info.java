/// Taking, renewing and giving back the locks the engines use, so that the console and a deploy
/// exclude each other. Start reading at [StageLock] and [Lease].
///
/// A lock lies in a [io.runfabric.console.backend.DocumentStore] and is taken by its conditional
/// writes; [LockDocument] knows what each engine writes.
@NullMarked
package io.runfabric.console.backend.lock;

import org.jspecify.annotations.NullMarked;
