package io.runfabric.console.provider.aws;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Host;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// AWS Lambda: functions by their ARN, or by their name in the receipt's region; aliases, function
/// URLs and HTTP APIs that the receipt names.
public final class AwsLambda implements Cloud {

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-[0-9]{1,2}");

  /// `arn:aws:lambda:<region>:<account>:function:<name>[:<version or alias>]`
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:lambda:([a-z0-9-]+):[0-9]{12}:function:([A-Za-z0-9_-]{1,140})"
              + "(?::([A-Za-z0-9_$-]{1,128}))?");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,140}");
  private static final Pattern FUNCTION_URL =
      Pattern.compile("[a-z0-9]+\\.lambda-url\\.[a-z0-9-]+\\.on\\.aws");
  private static final Pattern API =
      Pattern.compile("([a-z0-9]{1,64})\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");

  private final CloudAccess access;
  private final Patience patience;
  private final Map<String, AwsRegion> regions = new ConcurrentHashMap<>();

  private AwsLambda(CloudAccess access, Patience patience) {
    this.access = access;
    this.patience = patience;
  }

  /// @throws BackendException with [Code#DENIED] when there are no credentials, and [Code#INVALID]
  ///   when a variable holds no endpoint
  public static AwsLambda open(CloudAccess access) throws BackendException {
    return open(access, Patience.STANDARD);
  }

  static AwsLambda open(CloudAccess access, Patience patience) throws BackendException {
    AwsLambda opened = new AwsLambda(access, patience);
    opened.at(access.region()).proveCredentials("look into AWS Lambda");
    opened.region(access.region());
    return opened;
  }

  private AwsAccess at(String region) {
    return new AwsAccess(access.environment(), region, patience);
  }

  @Override
  public List<Lookup> lookups(Receipt receipt) throws BackendException {
    String home = receipt.outputs().getOrDefault("region", "").strip();
    String region = home.isEmpty() ? access.region() : home;
    List<Lookup> lookups = new ArrayList<>();
    for (DeployedFunction function : receipt.functions()) {
      lookups.addAll(function(receipt, function, region));
    }
    api(receipt).ifPresent(lookups::add);
    return lookups;
  }

  private List<Lookup> function(Receipt receipt, DeployedFunction function, String region)
      throws BackendException {
    Named named = named(receipt, function, region);
    AwsRegion at = region(named.region());
    String path = "functions[" + function.function() + "]";
    List<Lookup> lookups = new ArrayList<>();
    lookups.add(
        new Lookup(
            new Resource("function", named.name(), function.function(), path),
            cancellation -> at.function(named.id(), cancellation)));
    if (!named.alias().isEmpty()) {
      lookups.add(
          new Lookup(
              new Resource(
                  "alias", named.name() + ":" + named.alias(), "", path + ".resourceIdentifier"),
              cancellation -> at.alias(named.id(), named.alias(), cancellation)));
    }
    String output = "url_" + function.function();
    Host.of(receipt.outputs().getOrDefault(output, ""))
        .filter(host -> FUNCTION_URL.matcher(host).matches())
        .ifPresent(host ->
            lookups.add(
                new Lookup(
                    new Resource("function URL", host, "", "outputs." + output),
                    cancellation -> at.functionUrl(named.id(), cancellation))));
    return lookups;
  }

  /// A function as Lambda is asked for it.
  ///
  /// @param id its ARN without a version, which also names the account; else its name
  /// @param alias a version or an alias; empty for none
  private record Named(String id, String name, String alias, String region) {}

  private static Named named(Receipt receipt, DeployedFunction function, String region)
      throws BackendException {
    for (String arn :
        List.of(
            function.resourceIdentifier(),
            receipt.outputs().getOrDefault("arn_" + function.function(), ""))) {
      Matcher parts = ARN.matcher(arn);
      if (parts.matches()) {
        String qualifier = Optional.ofNullable(parts.group(3)).orElse("");
        String whole =
            qualifier.isEmpty() ? arn : arn.substring(0, arn.length() - qualifier.length() - 1);
        boolean latest = qualifier.equals("$LATEST");
        return new Named(whole, parts.group(2), latest ? "" : qualifier, parts.group(1));
      }
    }
    String name =
        function.resourceName().isEmpty() || function.resourceName().equals(function.function())
            ? receipt.service() + "-" + receipt.stage() + "-" + function.function()
            : function.resourceName();
    if (!NAME.matcher(name).matches()) {
      throw new BackendException(
          Code.INVALID,
          "the receipt names no Lambda function for " + function.function(),
          "look at its resourceName and resourceIdentifier");
    }
    return new Named(name, name, function.metadata().getOrDefault("alias", ""), region);
  }

  // HTTP APIs have no stage in their path unless it was asked for; REST APIs, which are another
  // service's, always do.
  private Optional<Lookup> api(Receipt receipt) throws BackendException {
    String url = receipt.outputs().getOrDefault("url", "");
    Matcher parts = API.matcher(Host.of(url).orElse(""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    AwsRegion at = region(parts.group(2));
    String id = parts.group(1);
    boolean mayBeRest = url.replaceFirst("^https?://[^/]*", "").length() > 1;
    return Optional.of(
        new Lookup(
            new Resource("HTTP API", id, "", "outputs.url"),
            cancellation -> at.api(id, mayBeRest, cancellation)));
  }

  // A receipt's region becomes part of a host name.
  private AwsRegion region(String name) throws BackendException {
    if (!REGION.matcher(name).matches()) {
      throw new BackendException(
          Code.INVALID, "'" + name + "' is no AWS region", "correct outputs.region, or the config");
    }
    AwsRegion known = regions.get(name);
    if (known != null) {
      return known;
    }
    synchronized (regions) {
      AwsRegion again = regions.get(name);
      if (again == null) {
        again = AwsRegion.open(at(name));
        regions.put(name, again);
      }
      return again;
    }
  }

  @Override
  public void close() {
    regions.values().forEach(AwsRegion::close);
  }
}
