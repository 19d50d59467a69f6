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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// A passphrase as age's scrypt recipient and identity. It is asked for when it is needed, and
/// cleared from memory as soon as its key is found, which is kept for the salt it is of: a file is
/// read again without asking, another file is asked for anew.
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

  private final Supplier<Optional<char[]>> source;
  private byte[] knownSalt = new byte[0];
  private byte[] knownKey = new byte[0];

  /// @param source asked once for each salt; what it gives is cleared
  Passphrase(Supplier<Optional<char[]>> source) {
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
      byte[] passphrase = encoded(source.get().orElseThrow(UntoldException::new));
      try {
        knownKey = Scrypt.key(passphrase, salt, workFactor);
        knownSalt = salt.clone();
      } finally {
        Arrays.fill(passphrase, (byte) 0);
      }
    }
    return new CipherKey(knownKey.clone());
  }

  // Not by a String, which nobody can clear.
  private static byte[] encoded(char[] passphrase) {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    byte[] room = new byte[(int) (passphrase.length * encoder.maxBytesPerChar())];
    ByteBuffer encoded = ByteBuffer.wrap(room);
    encoder.encode(CharBuffer.wrap(passphrase), encoded, true);
    byte[] bytes = Arrays.copyOf(room, encoded.position());
    Arrays.fill(room, (byte) 0);
    Arrays.fill(passphrase, '\0');
    return bytes;
  }
}
