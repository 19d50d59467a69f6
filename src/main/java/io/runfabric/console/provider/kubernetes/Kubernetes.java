package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.rest.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Kubernetes, in the context that a receipt names or in the current one: the stage's namespace, in
/// it the functions as Deployments or as Knative services, and the ingress whose address the
/// receipt knows.
public final class Kubernetes implements Cloud {

  /// A label of DNS (RFC 1123), which a namespace is.
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");

  private final Kubeconfig config;
  private final Map<String, Cluster> clusters = new HashMap<>();

  private Kubernetes(Kubeconfig config) {
    this.config = config;
  }

  /// @throws BackendException with [Code#DENIED] when there is no kubeconfig, and [Code#INVALID]
  ///   when it cannot be understood
  public static Kubernetes open(CloudAccess access) throws BackendException {
    return new Kubernetes(Kubeconfig.read(access));
  }

  @Override
  public List<Lookup> lookups(Receipt receipt) throws BackendException {
    Cluster cluster = cluster(receipt.outputs().getOrDefault("context", "").strip());
    boolean told = !receipt.outputs().getOrDefault("namespace", "").isBlank();
    String namespace = namespace(receipt);
    List<Lookup> lookups = new ArrayList<>();
    lookups.add(
        new Lookup(
            new Resource(
                "namespace", namespace, "", told ? "outputs.namespace" : "metadata.namespace"),
            cancellation -> cluster.namespace(namespace, cancellation)));
    for (DeployedFunction function : receipt.functions()) {
      List<String> names = names(receipt, function);
      lookups.add(
          new Lookup(
              new Resource(
                  "workload",
                  names.getFirst(),
                  function.function(),
                  "functions[" + function.function() + "]"),
              cancellation -> cluster.workload(namespace, names, cancellation)));
    }
    String address = receipt.outputs().getOrDefault("ingress.ip", "").strip();
    if (!address.isEmpty()) {
      lookups.add(
          new Lookup(
              new Resource("ingress", address, "", "outputs.ingress.ip"),
              cancellation -> cluster.ingress(namespace, address, cancellation)));
    }
    return lookups;
  }

  private static String namespace(Receipt receipt) throws BackendException {
    String named =
        Stream.of(receipt.outputs(), receipt.metadata())
            .map(values -> values.getOrDefault("namespace", "").strip())
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(receipt.service() + "-" + receipt.stage());
    return Identifier.checked(
        NAMESPACE, named, "the namespace", "outputs.namespace and metadata.namespace");
  }

  // A receipt that says nothing else may mean the function's name, or the one that is unique.
  private static List<String> names(Receipt receipt, DeployedFunction function)
      throws BackendException {
    String own = function.function();
    String named = function.resourceName();
    List<String> names =
        named.isEmpty() || named.equals(own)
            ? Stream.of(own, receipt.service() + "-" + receipt.stage() + "-" + own)
                .filter(name -> NAME.matcher(name).matches())
                .toList()
            : List.of(named);
    String first = names.isEmpty() ? own : names.getFirst();
    var _ =
        Identifier.checked(
            NAME, first, "the workload's name", "functions[" + own + "].resourceName");
    return names;
  }

  private synchronized Cluster cluster(String context) throws BackendException {
    Cluster known = clusters.get(context);
    if (known == null) {
      known = Cluster.open(config.context(context));
      clusters.put(context, known);
    }
    return known;
  }

  @Override
  public synchronized void close() {
    clusters.values().forEach(Cluster::close);
  }
}
