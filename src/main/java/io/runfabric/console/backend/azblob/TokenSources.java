package io.runfabric.console.backend.azblob;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Patience;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where a project's access tokens may come from: the service principal that its environment names,
/// else the Azure CLI and the managed identity of this machine.
final class TokenSources {

  /// The SDK's own rule repeats for half a minute what is refused at once.
  private static final RetryOptions ONCE_MORE =
      new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(250)));

  private final Variables variables;
  private final Configuration configuration;
  private final HttpClient http;
  private final Patience patience;

  private TokenSources(Variables variables, HttpClient http, Patience patience) {
    this.variables = variables;
    this.configuration = variables.configuration();
    this.http = http;
    this.patience = patience;
  }

  /// @throws BackendException with [Code#INVALID] when a variable holds what it cannot
  static List<TokenSource> of(Variables variables, HttpClient http, Patience patience)
      throws BackendException {
    TokenSources sources = new TokenSources(variables, http, patience);
    try {
      Optional<TokenSource> principal = sources.servicePrincipal();
      return principal.isPresent() ? List.of(principal.get()) : sources.ofThisMachine();
    } catch (IllegalArgumentException | IllegalStateException _) {
      // The SDK's checks; their messages quote what they refuse.
      throw new BackendException(
          Code.INVALID,
          "one of AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_AUTHORITY_HOST holds what it cannot",
          "the first two are ids as Entra ID shows them, the third is an https URL");
    }
  }

  private Optional<TokenSource> servicePrincipal() throws BackendException {
    Optional<String> tenant = variables.filled(Variables.TENANT);
    Optional<String> client = variables.filled(Variables.CLIENT);
    if (tenant.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> secret = variables.filled(Variables.SECRET);
    if (secret.isPresent()) {
      return Optional.of(
          configured(
              "client secret",
              principal(new ClientSecretCredentialBuilder(), tenant.get(), client.get())
                  .clientSecret(secret.get())
                  .build()));
    }
    Optional<String> certificate = readable(Variables.CERTIFICATE);
    if (certificate.isPresent()) {
      return Optional.of(
          configured("client certificate", certificate(tenant.get(), client.get(), certificate)));
    }
    Optional<String> token = readable(Variables.TOKEN_FILE);
    return token.map(file ->
        configured(
            "workload identity",
            principal(new WorkloadIdentityCredentialBuilder(), tenant.get(), client.get())
                .tokenFilePath(file)
                .build()));
  }

  private TokenCredential certificate(String tenant, String client, Optional<String> file) {
    ClientCertificateCredentialBuilder builder =
        principal(new ClientCertificateCredentialBuilder(), tenant, client);
    Optional<String> password = variables.filled(Variables.CERTIFICATE_PASSWORD);
    return (password.isPresent()
            ? builder.pfxCertificate(file.orElseThrow()).clientCertificatePassword(password.get())
            : builder.pemCertificate(file.orElseThrow()))
        .build();
  }

  private <B extends AadCredentialBuilderBase<B>> B principal(
      B builder, String tenant, String client) {
    return builder
        .configuration(configuration)
        .httpClient(http)
        .retryOptions(ONCE_MORE)
        .tenantId(tenant)
        .clientId(client);
  }

  /// A client id without a tenant names the managed identity to use, which then is asked first.
  private List<TokenSource> ofThisMachine() {
    TokenSource cli =
        new TokenSource(
            "Azure CLI",
            /* configured= */ false,
            new AzureCliCredentialBuilder()
                .configuration(configuration)
                .processTimeout(patience.silence())
                .build());
    ManagedIdentityCredentialBuilder managed =
        new ManagedIdentityCredentialBuilder().configuration(configuration).httpClient(http);
    Optional<String> client = variables.filled(Variables.CLIENT);
    client.ifPresent(managed::clientId);
    TokenSource identity =
        new TokenSource("managed identity", /* configured= */ false, managed.build());
    return client.isPresent() ? List.of(identity, cli) : List.of(cli, identity);
  }

  private static TokenSource configured(String name, TokenCredential credential) {
    return new TokenSource(name, /* configured= */ true, credential);
  }

  private Optional<String> readable(String variable) throws BackendException {
    Optional<String> file = variables.filled(variable);
    try {
      if (file.isEmpty() || Files.isReadable(Path.of(file.get()))) {
        return file;
      }
    } catch (InvalidPathException _) {
      // Told below, like a file that is not there.
    }
    throw Variables.invalid(
        variable, "names no file that can be read", "correct the path, or unset the variable");
  }
}
