package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;

/// What failed encryption or decryption means.
final class AgeFailure {

  private AgeFailure() {}

  static SnapshotException of(Exception failure) {
    SnapshotException told =
        switch (failure) {
          case Scrypt.TooLittleMemoryException e ->
              new SnapshotException(
                  Code.INVALID_REQUEST,
                  e.getMessage() + ", more than Java may use here",
                  "allow it more, for example RUNFABRIC_CONSOLE_JAVA_OPTS=-Xmx2g");
          case Passphrase.UntoldException _ ->
              new SnapshotException(
                  Code.KEY_NEEDED,
                  "the backup is encrypted with a passphrase, and none was told",
                  "run on a terminal, or name a variable that holds it with --passphrase-env");
          case Passphrase.WrongException _ ->
              new SnapshotException(
                  Code.WRONG_KEY,
                  "the passphrase is not the one this backup was encrypted with",
                  "try again with that one");
          case UnsupportedRecipientStanzaException _ ->
              new SnapshotException(
                  Code.WRONG_KEY,
                  "none of the identities given is a recipient of this backup",
                  "name the file of a recipient's identity with --identity");
          case Exception _ ->
              new SnapshotException(
                  Code.DAMAGED_BACKUP,
                  "the backup is damaged: its encryption cannot be undone",
                  "use another backup; nothing was taken from this one");
        };
    return told.causedBy(failure);
  }
}
