package io.runfabric.console.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTest {

  @Test
  void aKeyInPkcs8IsReadWhateverItsAlgorithm() throws Exception {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      PrivateKey key = key(algorithm);

      assertThat(Pem.key(pem("PRIVATE KEY", key.getEncoded()))).as(algorithm).isEqualTo(key);
    }
  }

  @Test
  void aKeyInPkcs1IsRead() throws Exception {
    PrivateKey key = key("RSA");

    assertThat(Pem.key(pem("RSA PRIVATE KEY", part(key, 2).content()))).isEqualTo(key);
  }

  @Test
  void aKeyInSec1IsReadAlsoBehindItsParameters() throws Exception {
    PrivateKey key = key("EC");
    Der.Element secret =
        Der.elements(Der.elements(part(key, 2).content()).getFirst().content()).get(1);
    Der.Element curve = Der.elements(part(key, 1).content()).get(1);
    byte[] sec1 =
        Der.of(
            0x30,
            Der.joined(
                new byte[] {2, 1, 1},
                Der.of(4, secret.content()),
                Der.of(0xa0, Der.of(6, curve.content()))));

    assertThat(secret(Pem.key(pem("EC PRIVATE KEY", sec1)))).isEqualTo(secret(key));
    byte[] parameters = pem("EC PARAMETERS", curve.content());
    assertThat(secret(Pem.key(Der.joined(parameters, pem("EC PRIVATE KEY", sec1)))))
        .isEqualTo(secret(key));
  }

  // The two forms hold more or less beside it.
  private static BigInteger secret(PrivateKey key) {
    return ((ECPrivateKey) key).getS();
  }

  @Test
  void whatIsNoKeyIsNotQuoted() {
    for (String text :
        List.of(
            "",
            "geheim",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\ngeheim\n-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\ngeheim\n-----END PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nZ2VoZWlt\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN EC PRIVATE KEY-----\nMIT/\n-----END EC PRIVATE KEY-----",
            "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----")) {
      assertThatThrownBy(() -> Pem.key(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isInstanceOf(GeneralSecurityException.class)
          .hasMessageNotContaining("geheim");
    }
  }

  private static PrivateKey key(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) {
      generator.initialize(2_048);
    }
    return generator.generateKeyPair().getPrivate();
  }

  /// A part of PKCS#8: version, algorithm, key.
  private static Der.Element part(PrivateKey key, int index) {
    return Der.elements(Der.elements(key.getEncoded()).getFirst().content()).get(index);
  }

  private static byte[] pem(String what, byte[] der) {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
