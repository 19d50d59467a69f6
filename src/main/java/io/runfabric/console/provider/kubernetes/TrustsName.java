package io.runfabric.console.provider.kubernetes;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Trusts a server that proves the name `tls-server-name` of the kubeconfig, not that of the host
/// it is reached at: a tunnel's, for instance.
final class TrustsName extends X509ExtendedTrustManager {

  /// Of a subject's alternative names, those of hosts and of addresses (RFC 5280, 4.2.1.6).
  private static final List<Integer> HOSTS = List.of(2, 7);

  private final X509TrustManager authority;
  private final String name;

  TrustsName(X509TrustManager authority, String name) {
    this.authority = authority;
    this.name = name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authority.checkServerTrusted(chain, authType);
    Collection<List<?>> names =
        Objects.requireNonNullElse(chain[0].getSubjectAlternativeNames(), List.of());
    if (names.stream().noneMatch(this::matches)) {
      throw new CertificateException("the certificate is another server's");
    }
  }

  private boolean matches(List<?> alternative) {
    if (!(alternative.get(0) instanceof Integer kind)
        || !HOSTS.contains(kind)
        || !(alternative.get(1) instanceof String text)) {
      return false;
    }
    String host = text.toLowerCase(Locale.ROOT);
    return host.equals(name)
        || (host.startsWith("*.") && name.replaceFirst("^[^.]+", "*").equals(host));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    authority.checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authority.getAcceptedIssuers();
  }
}
