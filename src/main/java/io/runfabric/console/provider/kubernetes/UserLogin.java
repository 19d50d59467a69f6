package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.provider.rest.Login;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How a kubeconfig's user signs in, beside the certificate of a TLS connection.
final class UserLogin {

  private UserLogin() {}

  /// @throws BackendException with [Code#UNSUPPORTED] for ways that kubectl itself has given up
  static Login of(Kubeconfig.Context context) throws BackendException {
    KubeEntry user = context.user();
    if (user.has("auth-provider") || user.has("username")) {
      throw new BackendException(
          Code.UNSUPPORTED,
          "the kubeconfig's user signs in with auth-provider or a password, which kubectl no"
              + " longer does either",
          "use an exec plugin, a token or a client certificate");
    }
    if (user.has("exec")) {
      ExecPlugin plugin = ExecPlugin.of(context);
      return () -> Login.bearer(plugin.token());
    }
    if (user.has("tokenFile")) {
      return () ->
          Login.bearer(new String(user.named("tokenFile"), StandardCharsets.UTF_8).strip());
    }
    String token = user.text("token");
    return token.isEmpty() ? Map::of : () -> Login.bearer(token);
  }
}
