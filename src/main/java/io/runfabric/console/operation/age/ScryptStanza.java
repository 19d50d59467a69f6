package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.RecipientStanza;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/// The age header's lines for a passphrase: `-> scrypt <salt> <work factor>`, and as their body the
/// file key sealed with the passphrase's key.
final class ScryptStanza implements RecipientStanza {

  static final String TYPE = "scrypt";

  private final byte[] salt;
  private final int workFactor;
  private final byte[] sealed;

  ScryptStanza(byte[] salt, int workFactor, byte[] sealed) {
    this.salt = salt.clone();
    this.workFactor = workFactor;
    this.sealed = sealed.clone();
  }

  /// Reads a stanza of this type.
  static ScryptStanza read(RecipientStanza stanza) throws GeneralSecurityException {
    List<String> arguments = stanza.getArguments();
    if (arguments.size() != 2 || !arguments.get(1).matches("[1-9][0-9]?")) {
      throw new GeneralSecurityException("the scrypt stanza is malformed");
    }
    int workFactor = Integer.parseInt(arguments.get(1));
    if (workFactor > Scrypt.LARGEST_WORK_FACTOR) {
      throw new GeneralSecurityException("the scrypt work factor is too large");
    }
    return new ScryptStanza(salt(arguments.get(0)), workFactor, stanza.getBody());
  }

  private static byte[] salt(String text) throws GeneralSecurityException {
    try {
      byte[] salt = Base64.getDecoder().decode(text);
      if (salt.length == Scrypt.SALT_LENGTH) {
        return salt;
      }
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the scrypt stanza is malformed", e);
    }
    throw new GeneralSecurityException("the scrypt stanza is malformed");
  }

  byte[] salt() {
    return salt.clone();
  }

  int workFactor() {
    return workFactor;
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public List<String> getArguments() {
    return List.of(
        Base64.getEncoder().withoutPadding().encodeToString(salt), Integer.toString(workFactor));
  }

  @Override
  public byte[] getBody() {
    return sealed.clone();
  }
}
