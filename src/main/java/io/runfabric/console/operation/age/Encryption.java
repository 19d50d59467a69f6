package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// For whom a backup is encrypted.
///
/// What was encrypted for recipients could not be read back here, because only they hold the keys.
/// So one more recipient is added whose key exists in memory until the backup is checked, and
/// nowhere after that.
public final class Encryption {

  private final List<RecipientStanzaWriter> writers;
  private final DecryptionKeys readBack;

  private Encryption(List<RecipientStanzaWriter> writers, DecryptionKeys readBack) {
    this.writers = List.copyOf(writers);
    this.readBack = readBack;
  }

  /// For one file.
  ///
  /// @param passphrase cleared as soon as its key is found, which is when the file is begun
  public static Encryption withPassphrase(char[] passphrase) {
    AtomicReference<Optional<char[]>> told = new AtomicReference<>(Optional.of(passphrase));
    Passphrase both = new Passphrase(() -> told.getAndSet(Optional.empty()));
    return new Encryption(List.of(both), new DecryptionKeys(List.of(both)));
  }

  /// @param recipients `age1…` words
  public static Encryption forRecipients(List<String> recipients) throws SnapshotException {
    List<RecipientStanzaWriter> writers = new ArrayList<>();
    for (String recipient : recipients) {
      try {
        writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new SnapshotException(
                Code.INVALID_REQUEST,
                shortened(recipient) + " is no age recipient",
                "name a public key that starts with age1; age-keygen prints one")
            .causedBy(e);
      }
    }
    try {
      KeyPair witness = new X25519KeyPairGenerator().generateKeyPair();
      writers.add(
          X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
              witness.getPublic().toString()));
      String identity = new String(witness.getPrivate().getEncoded(), StandardCharsets.US_ASCII);
      return new Encryption(
          writers,
          new DecryptionKeys(
              List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has X25519", e);
    }
  }

  /// A stream whose content goes to the target encrypted; closing it closes the target.
  public OutputStream encrypting(OutputStream target) throws IOException, SnapshotException {
    try {
      return Channels.newOutputStream(
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(Channels.newChannel(target), writers));
    } catch (GeneralSecurityException e) {
      throw AgeFailure.of(e);
    }
  }

  /// What opens the encrypted file again, to check it.
  public DecryptionKeys readBack() {
    return readBack;
  }

  // Somebody may have pasted a secret key.
  private static String shortened(String recipient) {
    return recipient.startsWith("age1") && recipient.length() > 12
        ? recipient.substring(0, 12) + "…"
        : "what was given";
  }
}
