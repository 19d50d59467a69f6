package io.runfabric.console.provider.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.aws.AwsLambda;
import io.runfabric.console.provider.azure.AzureFunctions;
import io.runfabric.console.provider.cloudflare.CloudflareWorkers;
import io.runfabric.console.provider.gcp.GoogleCloud;
import io.runfabric.console.provider.kubernetes.Kubernetes;
import java.util.Locale;

/// Opens the cloud of a provider.
public final class Clouds {

  private Clouds() {}

  /// @param provider as a receipt names it, such as `aws-lambda`
  /// @throws BackendException with [Code#UNSUPPORTED] when the console cannot look there, and
  ///   [Code#DENIED] when there are no credentials
  public static Cloud open(String provider, CloudAccess access) throws BackendException {
    return switch (provider.strip().toLowerCase(Locale.ROOT)) {
      case "aws-lambda", "aws" -> AwsLambda.open(access);
      case "gcp-functions", "gcp-cloud-run", "cloud-run", "gcp" -> GoogleCloud.open(access);
      case "azure-functions", "azure" -> AzureFunctions.open(access);
      case "cloudflare-workers", "cloudflare" -> CloudflareWorkers.open(access);
      case "kubernetes", "k8s" -> Kubernetes.open(access);
      default ->
          throw new BackendException(
              Code.UNSUPPORTED,
              "the console cannot look into " + provider,
              "look there with the provider's own tools; endpoints are checked all the same");
    };
  }
}
