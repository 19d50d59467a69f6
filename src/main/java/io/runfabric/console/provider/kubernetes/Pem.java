package io.runfabric.console.provider.kubernetes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Private keys in PEM (RFC 7468): PKCS#8, and the two older forms that tools of Kubernetes write,
/// PKCS#1 for RSA (RFC 8017) and SEC1 for elliptic curves (RFC 5915).
final class Pem {

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN (PRIVATE|RSA PRIVATE|EC PRIVATE) KEY-----([A-Za-z0-9+/=\\s]+)-----END");
  private static final byte[] VERSION = {2, 1, 0};

  /// The algorithm rsaEncryption, 1.2.840.113549.1.1.1, with its empty parameters.
  private static final byte[] RSA = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  /// The algorithm id-ecPublicKey, 1.2.840.10045.2.1, whose parameter is the curve.
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;

  private Pem() {}

  /// @throws GeneralSecurityException when there is no key that can be used: none at all, an
  ///   encrypted one, or another algorithm's; it quotes nothing
  static PrivateKey key(byte[] pem) throws GeneralSecurityException {
    Matcher key = KEY.matcher(new String(pem, StandardCharsets.ISO_8859_1));
    if (!key.find()) {
      throw new InvalidKeySpecException("no private key, or an encrypted one");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(key.group(2));
      return switch (key.group(1)) {
        case "RSA PRIVATE" -> key(pkcs8(RSA, der), "RSA");
        case "EC PRIVATE" -> key(pkcs8(Der.joined(EC, curve(der)), der), "EC");
        default -> any(der);
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw new InvalidKeySpecException("a damaged private key");
    }
  }

  private static PrivateKey any(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return key(pkcs8, algorithm);
      } catch (GeneralSecurityException _) {
        // One of the others.
      }
    }
    throw new InvalidKeySpecException("a private key of an unknown algorithm");
  }

  private static PrivateKey key(byte[] pkcs8, String algorithm) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return Der.of(SEQUENCE, Der.joined(VERSION, Der.of(SEQUENCE, algorithm), Der.of(OCTETS, key)));
  }

  // ECPrivateKey ::= SEQUENCE { version, privateKey, [0] parameters, [1] publicKey }
  private static byte[] curve(byte[] key) throws GeneralSecurityException {
    for (Der.Element element : Der.elements(Der.elements(key).getFirst().content())) {
      if (element.tag() == PARAMETERS) {
        return element.content();
      }
    }
    throw new InvalidKeySpecException("a private key without its curve");
  }
}
