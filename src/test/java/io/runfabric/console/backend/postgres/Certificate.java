package io.runfabric.console.backend.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A key and a certificate that it signed itself, made by the JDK's keytool.
record Certificate(Path file, Path key) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /// @param name of the files
  /// @param host such as `dns:localhost`
  static Certificate make(Path folder, String name, String host)
      throws IOException, InterruptedException {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      Certificate made =
          new Certificate(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
      Files.writeString(made.file(), pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
      Files.createFile(made.key());
      if (made.key().getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(made.key(), PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(made.key(), pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] content) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
