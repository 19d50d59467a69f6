package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whom a cluster's connections trust, and with what certificate the user asks.
final class ClusterTls {

  private static final char[] NO_PASSWORD = {};

  private ClusterTls() {}

  /// @throws BackendException when a certificate or a key of the kubeconfig is none
  static SSLContext of(Kubeconfig.Context context) throws BackendException {
    KubeEntry cluster = context.cluster();
    Optional<byte[]> authority = cluster.data("certificate-authority");
    Optional<byte[]> certificate = context.user().data("client-certificate");
    Optional<byte[]> key = context.user().data("client-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw cluster.invalid("of client-certificate and client-key one is missing");
    }
    TrustManager[] trust;
    try {
      trust = trust(cluster, authority);
    } catch (GeneralSecurityException | IOException _) {
      throw cluster.invalid("certificate-authority holds no certificates");
    }
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(
          certificate.isEmpty() ? null : keys(certificate.get(), key.orElseThrow()), trust, null);
      return tls;
    } catch (GeneralSecurityException | IOException _) {
      throw cluster.invalid("client-certificate and client-key are none that can be used");
    }
  }

  private static TrustManager[] trust(KubeEntry cluster, Optional<byte[]> authority)
      throws BackendException, GeneralSecurityException, IOException {
    if (cluster.flag("insecure-skip-tls-verify")) {
      return new TrustManager[] {new TrustsAnyone()};
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authority.isEmpty() ? null : authorities(authority.get()));
    TrustManager[] trust = factory.getTrustManagers();
    String name = cluster.text("tls-server-name");
    return name.isEmpty()
        ? trust
        : new TrustManager[] {new TrustsName((X509TrustManager) trust[0], name)};
  }

  private static KeyStore authorities(byte[] pem) throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    int nth = 0;
    for (Certificate certificate : certificates(pem)) {
      store.setCertificateEntry("authority-" + nth++, certificate);
    }
    if (nth == 0) {
      throw new GeneralSecurityException("no certificates");
    }
    return store;
  }

  private static KeyManager[] keys(byte[] certificate, byte[] key)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry(
        "client", Pem.key(key), NO_PASSWORD, certificates(certificate).toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static Collection<? extends Certificate> certificates(byte[] pem)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem));
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
