package io.runfabric.console.provider.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Host;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.rest.Endpoint;
import io.runfabric.console.provider.rest.Identifier;
import io.runfabric.console.provider.rest.Login;
import io.runfabric.console.provider.rest.RestClient;
import io.runfabric.console.provider.rest.RestService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cloudflare Workers: the worker of a stage, and whether it answers on workers.dev if the receipt
/// says so.
public final class CloudflareWorkers implements Cloud {

  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String SIGN_IN = "set " + TOKEN + " to a token that is active";
  private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern WORKER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,254}");

  /// `workers.api.error.script_not_found`
  private static final int SCRIPT_NOT_FOUND = 10007;

  private final CloudAccess access;
  private final RestClient client;
  private final Workers workers;

  private CloudflareWorkers(CloudAccess access, RestClient client) {
    this.access = access;
    this.client = client;
    this.workers = new Workers(client);
  }

  /// @throws BackendException with [Code#DENIED] when there is no token, and [Code#INVALID] when a
  ///   variable holds no endpoint
  public static CloudflareWorkers open(CloudAccess access) throws BackendException {
    String token =
        access
            .variable(TOKEN)
            .or(() -> access.variable("CF_API_TOKEN"))
            .orElseThrow(() ->
                new BackendException(
                    Code.DENIED,
                    "cannot look into Cloudflare: there is no API token",
                    "set " + TOKEN + " to a token with the permission Workers Scripts: Read"));
    RestService service =
        new RestService(
            "Cloudflare",
            Endpoint.of(access, "CLOUDFLARE_API_BASE_URL", "https://api.cloudflare.com/client/v4"),
            SIGN_IN,
            // A list is never missing, nor is an account that a token may see.
            (path, answer) ->
                path.endsWith("/subdomain")
                    && answer.filter(CloudflareWorkers::notFound).isPresent());
    return new CloudflareWorkers(access, RestClient.of(service, () -> Login.bearer(token)));
  }

  private static boolean notFound(ObjectNode answer) {
    for (JsonNode error : answer.path("errors")) {
      if (error.path("code").asInt() == SCRIPT_NOT_FOUND) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Lookup> lookups(Receipt receipt) throws BackendException {
    String account =
        Identifier.checked(
            ACCOUNT,
            text(receipt, "account_id")
                .or(() -> access.variable("CLOUDFLARE_ACCOUNT_ID"))
                .orElse(""),
            "the account's id",
            "metadata.account_id of the receipt, and the variable CLOUDFLARE_ACCOUNT_ID");
    String worker =
        Identifier.checked(
            WORKER,
            text(receipt, "worker").orElse(receipt.service() + "-" + receipt.stage()),
            "the worker's name",
            "metadata.worker of the receipt");
    List<Lookup> lookups = new ArrayList<>();
    lookups.add(
        new Lookup(
            new Resource("worker", worker, "", "metadata.worker"),
            cancellation -> workers.worker(account, worker, cancellation)));
    String host = Host.of(receipt.outputs().getOrDefault("url", "")).orElse("");
    if (host.endsWith(".workers.dev")) {
      lookups.add(
          new Lookup(
              new Resource("workers.dev address", host, "", "outputs.url"),
              cancellation -> workers.address(account, worker, cancellation)));
    }
    return lookups;
  }

  private static Optional<String> text(Receipt receipt, String name) {
    return Optional.ofNullable(receipt.metadata().get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  @Override
  public void close() {
    client.close();
  }
}
