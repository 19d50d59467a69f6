package io.runfabric.console.provider.gcp;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.rest.Identifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Google Cloud calls a deployed function by.
///
/// @param serving whether it is first looked for in Cloud Run
record GoogleName(String project, String region, String name, boolean serving) {

  private static final Pattern PROJECT =
      Pattern.compile("(?:[a-z][a-z0-9.-]{0,62}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]|[1-9][0-9]{5,19}");
  private static final Pattern REGION = Pattern.compile("[a-z]+-[a-z]+[0-9]{1,2}");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
  private static final Pattern FULL =
      Pattern.compile("projects/([^/]+)/locations/([^/]+)/(functions|services)/([^/]+)");

  /// @throws BackendException with [Code#INVALID] when there is none, or none that can be
  static GoogleName of(Receipt receipt, DeployedFunction function, CloudAccess access)
      throws BackendException {
    String path = "functions[" + function.function() + "]";
    boolean run =
        receipt.provider().contains("run")
            || Stream.of(function.metadata(), receipt.metadata())
                .anyMatch(metadata -> metadata.getOrDefault("serviceType", "").contains("run"));
    Matcher full = FULL.matcher(function.resourceIdentifier());
    if (full.matches()) {
      return checked(
          full.group(1),
          full.group(2),
          full.group(4),
          run || full.group(3).equals("services"),
          path + ".resourceIdentifier");
    }
    String named = function.resourceName();
    String region = receipt.outputs().getOrDefault("region", "").strip();
    return checked(
        project(receipt, access),
        region.isEmpty() ? access.region() : region,
        named.isEmpty() || named.equals(function.function())
            ? receipt.service() + "-" + receipt.stage() + "-" + function.function()
            : named,
        run,
        path + ".resourceName");
  }

  private static GoogleName checked(
      String project, String region, String name, boolean run, String where)
      throws BackendException {
    return new GoogleName(
        Identifier.checked(PROJECT, project, "the project's id", "GCP_PROJECT_ID"),
        Identifier.checked(
            REGION, region, "the region", "outputs.region of the receipt, and provider.region"),
        Identifier.checked(NAME, name, "the function's name", where),
        run);
  }

  private static String project(Receipt receipt, CloudAccess access) throws BackendException {
    return Stream.of("GCP_PROJECT_ID", "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT")
        .flatMap(variable -> access.variable(variable).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(receipt.metadata().get("project")))
        .filter(project -> !project.isBlank())
        .orElseThrow(() ->
            new BackendException(
                Code.INVALID,
                "no Google Cloud project is named",
                "set GCP_PROJECT_ID to the project's id"));
  }

  /// The path of the resource below the API's version.
  String path(String kind) {
    return Identifier.path("v2", "projects", project, "locations", region, kind, name);
  }
}
