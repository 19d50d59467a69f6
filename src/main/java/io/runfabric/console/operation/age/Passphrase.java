package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// A passphrase as age's scrypt recipient and identity. It is asked for when it is first needed,
/// and its key is found once for each salt.
final class Passphrase implements RecipientStanzaWriter, RecipientStanzaReader {

  /// Nobody told the passphrase.
  static final class UntoldException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;
  }

  /// The passphrase is not the one the file was encrypted with.
  static final class WrongException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    WrongException(Throwable cause) {
      super(cause);
    }
  }

  private final Supplier<Optional<String>> source;
  private Optional<String> told = Optional.empty();
  private byte[] knownSalt = new byte[0];
  private byte[] knownKey = new byte[0];

  /// @param source asked at most once for a passphrase
  Passphrase(Supplier<Optional<String>> source) {
    this.source = source;
  }

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    byte[] salt = new byte[Scrypt.SALT_LENGTH];
    new SecureRandom().nextBytes(salt);
    EncryptedFileKey sealed =
        new FileKeyEncryptorFactory()
            .newFileKeyEncryptor()
            .getEncryptedFileKey(fileKey, key(salt, Scrypt.WORK_FACTOR));
    return List.of(new ScryptStanza(salt, Scrypt.WORK_FACTOR, sealed.getEncoded()));
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    List<RecipientStanza> all = StreamSupport.stream(stanzas.spliterator(), false).toList();
    Optional<RecipientStanza> own =
        all.stream().filter(stanza -> stanza.getType().equals(ScryptStanza.TYPE)).findFirst();
    if (own.isEmpty()) {
      throw new UnsupportedRecipientStanzaException("not encrypted with a passphrase");
    }
    if (all.size() != 1) {
      throw new GeneralSecurityException("a passphrase is the only recipient of its file");
    }
    ScryptStanza stanza = ScryptStanza.read(own.get());
    CipherKey key = key(stanza.salt(), stanza.workFactor());
    try {
      return new FileKeyDecryptorFactory()
          .newFileKeyDecryptor()
          .getFileKey(new EncryptedFileKey(stanza.getBody()), key);
    } catch (javax.crypto.AEADBadTagException e) {
      throw new WrongException(e);
    }
  }

  private synchronized CipherKey key(byte[] salt, int workFactor) throws GeneralSecurityException {
    if (!Arrays.equals(salt, knownSalt)) {
      knownKey = Scrypt.key(passphrase().getBytes(StandardCharsets.UTF_8), salt, workFactor);
      knownSalt = salt.clone();
    }
    return new CipherKey(knownKey.clone());
  }

  private String passphrase() throws UntoldException {
    if (told.isEmpty()) {
      told = source.get();
    }
    return told.orElseThrow(UntoldException::new);
  }
}
