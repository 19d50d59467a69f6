package io.runfabric.console.provider.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes certificates by the JDK's keytool, and servers' and callers' sides of TLS with them.
final class Authority {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path store;

  /// @param folder that is not there after the test
  Authority(Path folder) throws IOException, InterruptedException {
    store = folder.resolve("keys.p12");
    keytool("authority", "30", "-ext", "bc:c");
  }

  /// A server's side, with a certificate that the authority signed.
  ///
  /// @param name such as `dns:localhost`
  /// @param start when it begins, such as `-30d`
  /// @param days how long it is good for
  SSLContext server(String alias, String name, String start, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    keytool(
        alias,
        Integer.toString(days),
        "-ext",
        "SAN=" + name,
        "-startdate",
        start,
        "-signer",
        "authority");
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, PASSWORD);
    KeyStore all = keys();
    only.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(only, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /// The side of a caller who trusts the authority.
  SSLContext caller() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("authority", keys().getCertificate("authority"));
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private void keytool(String alias, String days, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-validity",
                days,
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString()));
    words.addAll(List.of(more));
    Process keytool =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }
}
