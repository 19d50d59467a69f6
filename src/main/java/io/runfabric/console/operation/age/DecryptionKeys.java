package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a file can be opened with: identities, and a passphrase that is asked for only when a file
/// needs one, and not kept.
public final class DecryptionKeys {

  private final List<RecipientStanzaReader> readers;

  DecryptionKeys(List<RecipientStanzaReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /// @param identities `AGE-SECRET-KEY-1…` words
  /// @param passphrase asked once for each file that needs one; what it gives is cleared; empty
  ///   when nobody tells it
  /// @throws SnapshotException for a word that is no identity; it is not quoted
  public static DecryptionKeys of(List<String> identities, Supplier<Optional<char[]>> passphrase)
      throws SnapshotException {
    List<RecipientStanzaReader> readers = new ArrayList<>();
    for (String identity : identities) {
      try {
        readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new SnapshotException(
                Code.INVALID_REQUEST,
                "the identity file holds a line that is no age identity",
                "name a file that age-keygen wrote")
            .causedBy(e);
      }
    }
    readers.add(new Passphrase(passphrase));
    return new DecryptionKeys(readers);
  }

  /// Nothing to open anything with.
  public static DecryptionKeys none() {
    return new DecryptionKeys(List.of(new Passphrase(Optional::empty)));
  }

  /// The identities in the text of an identity file: its lines but for empty ones and comments.
  public static List<String> identities(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  List<RecipientStanzaReader> readers() {
    return readers;
  }
}
