package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a file can be opened with: identities, and a passphrase that is asked for only when a file
/// needs one, and not kept.
public final class DecryptionKeys {

  private static final int LARGEST = 1 << 20;

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

  /// The identities in a file: its lines but for empty ones and comments.
  ///
  /// @throws SnapshotException when it is too large for one, or no text
  public static List<String> identities(Path file) throws IOException, SnapshotException {
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(LARGEST + 1);
    }
    if (content.length > LARGEST) {
      throw new SnapshotException(
          Code.INVALID_REQUEST,
          "the identity file is larger than 1 MB",
          "name a file that age-keygen wrote");
    }
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  List<RecipientStanzaReader> readers() {
    return readers;
  }
}
