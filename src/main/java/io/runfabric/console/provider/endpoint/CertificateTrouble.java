package io.runfabric.console.provider.endpoint;

import io.runfabric.console.backend.remote.Causes;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/// Why no trusted TLS connection came about, told from the failure without its words.
final class CertificateTrouble {

  private CertificateTrouble() {}

  static String of(SSLException failure) {
    if (has(failure, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet";
    }
    if (has(failure, CertPathBuilderException.class)
        || has(failure, CertPathValidatorException.class)) {
      return "its certificate comes from nobody this machine trusts";
    }
    // What is left of the checks of a certificate, once it is trusted, is the name.
    if (has(failure, CertificateException.class)) {
      return "its certificate is for another name";
    }
    return "no TLS connection comes about";
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    return Causes.first(failure, type).isPresent();
  }
}
