package io.runfabric.console.provider.kubernetes;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/// The authority of a cluster, with the certificates of its server and of a user, made by the JDK's
/// keytool.
final class ClusterKeys {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;

  private ClusterKeys(KeyStore store) {
    this.store = store;
  }

  static ClusterKeys make(Path folder) throws Exception {
    Path file = folder.resolve("cluster.p12");
    generate(file, "authority", "-ext", "bc:c");
    generate(
        file, "server", "-signer", "authority", "-ext", "SAN=dns:localhost,dns:kubernetes.default");
    generate(file, "user", "-signer", "authority");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new ClusterKeys(store);
  }

  private static void generate(Path file, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name));
    command.addAll(List.of("-validity", "2", "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD), "-keystore", file.toString()));
    command.addAll(List.of(more));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }

  /// A server that talks only to users of this authority.
  HttpsConfigurator server() throws GeneralSecurityException, IOException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, PASSWORD);
    own.setKeyEntry("server", key("server"), PASSWORD, store.getCertificateChain("server"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("authority", store.getCertificate("authority"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new HttpsConfigurator(tls) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters needs = tls.getDefaultSSLParameters();
        needs.setNeedClientAuth(true);
        parameters.setSSLParameters(needs);
      }
    };
  }

  private Key key(String name) throws GeneralSecurityException {
    return store.getKey(name, PASSWORD);
  }

  /// As a kubeconfig holds it.
  String certificateData(String name) throws GeneralSecurityException {
    Certificate certificate = store.getCertificate(name);
    return data("CERTIFICATE", certificate.getEncoded());
  }

  String keyData(String name) throws GeneralSecurityException {
    return data("PRIVATE KEY", key(name).getEncoded());
  }

  private static String data(String what, byte[] der) {
    String pem =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
