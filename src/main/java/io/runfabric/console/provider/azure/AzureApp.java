package io.runfabric.console.provider.azure;

import io.runfabric.console.provider.rest.Identifier;

/// A function app, as Azure Resource Manager is asked for it.
record AzureApp(String subscription, String group, String name) {

  private static final String VERSION = "?api-version=2023-12-01";

  String path(String... below) {
    return Identifier.path(
            "subscriptions",
            subscription,
            "resourceGroups",
            group,
            "providers",
            "Microsoft.Web",
            "sites",
            name)
        + Identifier.path(below)
        + VERSION;
  }
}
