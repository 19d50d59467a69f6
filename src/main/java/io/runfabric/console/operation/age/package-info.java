/// Encryption of backups in the age format (age-encryption.org/v1), which the `age` tool reads and
/// writes: for recipients' public keys, or with a passphrase.
///
/// Writing starts at [io.runfabric.console.operation.age.Encryption], reading at
/// [io.runfabric.console.operation.age.SnapshotFile].
@NullMarked
package io.runfabric.console.operation.age;

import org.jspecify.annotations.NullMarked;
