package io.runfabric.console.provider.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.azblob.EntraLogin;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.rest.Endpoint;
import io.runfabric.console.provider.rest.Identifier;
import io.runfabric.console.provider.rest.Login;
import io.runfabric.console.provider.rest.RestClient;
import io.runfabric.console.provider.rest.RestService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Azure Functions: the function app that a receipt names, and in it the functions.
public final class AzureFunctions implements Cloud {

  private static final String SUBSCRIPTION = "AZURE_SUBSCRIPTION_ID";
  private static final String PUBLIC = "https://management.azure.com";
  private static final Pattern GUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern GROUP =
      Pattern.compile("[A-Za-z0-9_()-](?:[A-Za-z0-9_().-]{0,88}[A-Za-z0-9_()-])?");
  private static final Pattern APP =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?");
  private static final Set<String> ABSENT = Set.of("ResourceNotFound", "ResourceGroupNotFound");

  private final CloudAccess access;
  private final RestClient client;
  private final AzureApps apps;

  private AzureFunctions(CloudAccess access, RestClient client) {
    this.access = access;
    this.client = client;
    this.apps = new AzureApps(client);
  }

  /// @throws BackendException with [Code#DENIED] when there are no credentials, and [Code#INVALID]
  ///   when a variable holds what it cannot
  public static AzureFunctions open(CloudAccess access) throws BackendException {
    return open(access, Patience.STANDARD);
  }

  static AzureFunctions open(CloudAccess access, Patience patience) throws BackendException {
    URI endpoint = endpoint(access);
    String audience = Transit.loopback(endpoint.getHost()) ? PUBLIC : endpoint.toString();
    EntraLogin login =
        EntraLogin.of(access.environment(), audience + "/.default", "look into Azure", patience);
    login.prove();
    return open(access, () -> Login.bearer(login.token()));
  }

  static AzureFunctions open(CloudAccess access, Login login) throws BackendException {
    RestService service =
        new RestService(
            "Azure Resource Manager",
            Endpoint.of(access, "AZURE_RESOURCE_MANAGER_ENDPOINT", "https://management.azure.com"),
            EntraLogin.SIGN_IN,
            (_, answer) -> answer.filter(AzureFunctions::notFound).isPresent());
    return new AzureFunctions(access, RestClient.of(service, login));
  }

  private static URI endpoint(CloudAccess access) throws BackendException {
    return Endpoint.of(access, "AZURE_RESOURCE_MANAGER_ENDPOINT", PUBLIC);
  }

  // {"error": {"code": "ResourceNotFound"}}; a subscription that is not found is no absence: it may
  // be one that these credentials do not see.
  private static boolean notFound(ObjectNode answer) {
    return ABSENT.contains(answer.path("error").path("code").asText());
  }

  @Override
  public List<Lookup> lookups(Receipt receipt) throws BackendException {
    AzureApp app = app(receipt);
    String url = receipt.outputs().getOrDefault("url", "");
    List<Lookup> lookups = new ArrayList<>();
    lookups.add(
        new Lookup(
            new Resource(
                "function app", app.name(), "", url.isEmpty() ? "outputs.app_name" : "outputs.url"),
            cancellation -> apps.app(app, url, cancellation)));
    for (DeployedFunction function : receipt.functions()) {
      String name =
          function.resourceName().isEmpty() ? function.function() : function.resourceName();
      lookups.add(
          new Lookup(
              new Resource(
                  "function", name, function.function(), "functions[" + function.function() + "]"),
              cancellation -> apps.function(app, name, cancellation)));
    }
    return lookups;
  }

  private AzureApp app(Receipt receipt) throws BackendException {
    String standard = receipt.service() + "-" + receipt.stage();
    return new AzureApp(
        Identifier.checked(
            GUID,
            access.variable(SUBSCRIPTION).orElse(""),
            "the subscription's id",
            "the variable " + SUBSCRIPTION),
        Identifier.checked(
            GROUP,
            output(receipt, "resource_group", standard),
            "the resource group",
            "outputs.resource_group"),
        Identifier.checked(
            APP,
            output(receipt, "app_name", standard),
            "the function app's name",
            "outputs.app_name"));
  }

  private static String output(Receipt receipt, String name, String standard) {
    String value = receipt.outputs().getOrDefault(name, "").strip();
    return value.isEmpty() ? standard : value;
  }

  @Override
  public void close() {
    client.close();
  }
}
