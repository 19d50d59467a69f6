package io.runfabric.console.operation.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written here is read by another implementation of age, and the other way round.
class AgeInteroperabilityTest {

  private static final String PASSPHRASE = "richtig Pferd 🐎 Batterie";

  @TempDir private Path folder;
  private final byte[] content = new byte[200_000];
  private Path plain = Path.of("");

  @BeforeEach
  void someContent() throws Exception {
    new Random(4711).nextBytes(content);
    plain = Files.write(folder.resolve("plain"), content);
  }

  @Test
  void theKeyOfAPassphraseIsThatOfTheStandard() throws Exception {
    // RFC 7914 has no vector with a label; this one is OpenSSL's.
    assertThat(
            HexFormat.of()
                .formatHex(Scrypt.key(bytes("passphrase"), bytes("0123456789abcdef"), 10)))
        .isEqualTo("7bf379a2c55749445583e086ceb6b5be83f09d15137d1fa77d31b3e4e5f34bdf");
  }

  @Test
  void anotherAgeReadsWhatWasEncryptedWithAPassphrase() throws Exception {
    NpmAge age = NpmAge.installed();
    Path encrypted = encrypt(Encryption.withPassphrase(PASSPHRASE.toCharArray()));

    age.run("decrypt", "passphrase", PASSPHRASE, encrypted, folder.resolve("back"));

    assertThat(folder.resolve("back")).hasBinaryContent(content);
  }

  @Test
  void anotherAgesPassphraseIsRead() throws Exception {
    NpmAge age = NpmAge.installed();
    Path encrypted = folder.resolve("theirs.age");

    age.run("encrypt", "passphrase", PASSPHRASE, plain, encrypted);

    DecryptionKeys keys = DecryptionKeys.of(List.of(), () -> Optional.of(PASSPHRASE.toCharArray()));
    assertThat(decrypted(encrypted, keys)).isEqualTo(content);
  }

  @Test
  void anotherAgeReadsWhatWasEncryptedForItsKey() throws Exception {
    NpmAge age = NpmAge.installed();
    List<String> pair = keys(age);
    Path encrypted = encrypt(Encryption.forRecipients(List.of(pair.get(1))));

    age.run("decrypt", "key", pair.get(0), encrypted, folder.resolve("back"));

    assertThat(folder.resolve("back")).hasBinaryContent(content);
  }

  @Test
  void whatAnotherAgeEncryptedForAKeyIsRead() throws Exception {
    NpmAge age = NpmAge.installed();
    List<String> pair = keys(age);
    Path encrypted = folder.resolve("theirs.age");

    age.run("encrypt", "key", pair.get(1), plain, encrypted);

    DecryptionKeys keys = DecryptionKeys.of(List.of(pair.get(0)), Optional::empty);
    assertThat(decrypted(encrypted, keys)).isEqualTo(content);
  }

  private List<String> keys(NpmAge age) throws Exception {
    Path pair = folder.resolve("keys");
    age.run("keys", "", "", plain, pair);
    return Files.readAllLines(pair);
  }

  private Path encrypt(Encryption encryption) throws Exception {
    Path file = folder.resolve("ours.age");
    try (OutputStream out = encryption.encrypting(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }

  private static byte[] decrypted(Path file, DecryptionKeys keys) throws Exception {
    try (InputStream in = SnapshotFile.of(file, keys).open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
