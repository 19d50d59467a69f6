package io.runfabric.console.operation.age;

import com.password4j.ScryptFunction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// The key a passphrase makes, as the age format's scrypt recipient has it: scrypt with r = 8 and p
/// = 1 over a labelled salt.
final class Scrypt {

  /// Work factors: log2 of the cost. Each step doubles time and memory; 18 takes 256 MB.
  static final int WORK_FACTOR = 18;

  /// Beyond this a single array could not hold what has to be remembered.
  static final int LARGEST_WORK_FACTOR = 20;

  static final int SALT_LENGTH = 16;

  private static final byte[] LABEL =
      "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  private static final int BLOCK_SIZE = 8;
  private static final int KEY_LENGTH = 32;

  /// There is less memory than the work factor takes.
  static final class TooLittleMemoryException extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    TooLittleMemoryException(int megabytes) {
      super("the key of a passphrase takes " + megabytes + " MB of memory to find");
    }
  }

  private Scrypt() {}

  static byte[] key(byte[] passphrase, byte[] salt, int workFactor)
      throws GeneralSecurityException {
    byte[] labelled = new byte[LABEL.length + salt.length];
    System.arraycopy(LABEL, 0, labelled, 0, LABEL.length);
    System.arraycopy(salt, 0, labelled, LABEL.length, salt.length);
    try {
      return ScryptFunction.getInstance(1 << workFactor, BLOCK_SIZE, 1, KEY_LENGTH)
          .scrypt(passphrase, labelled, KEY_LENGTH);
    } catch (OutOfMemoryError _) {
      throw new TooLittleMemoryException(1 << (workFactor - 10));
    }
  }
}
