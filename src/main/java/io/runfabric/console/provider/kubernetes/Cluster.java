package io.runfabric.console.provider.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Endpoint;
import io.runfabric.console.provider.rest.Identifier;
import io.runfabric.console.provider.rest.RestClient;
import io.runfabric.console.provider.rest.RestService;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The API server of one context.
///
/// @param unproven whether the server is trusted without proof
record Cluster(RestClient client, boolean unproven) implements AutoCloseable {

  private static final String KNATIVE = "/apis/serving.knative.dev/v1";

  static Cluster open(Kubeconfig.Context context) throws BackendException {
    KubeEntry cluster = context.cluster();
    if (cluster.has("proxy-url")) {
      throw cluster.invalid("proxy-url is not supported");
    }
    URI server =
        Endpoint.checked(cluster.text("server"))
            .orElseThrow(() -> cluster.invalid("server is no https URL"));
    RestService service =
        new RestService(
            "Kubernetes", server, "sign in again as kubectl does", Cluster::saysNotThere);
    return new Cluster(
        RestClient.of(service, UserLogin.of(context), ClusterTls.of(context)),
        cluster.flag("insecure-skip-tls-verify"));
  }

  // {"kind": "Status", "reason": "NotFound"}; or, where Knative is not installed, plain text.
  private static boolean saysNotThere(String path, Optional<ObjectNode> answer) {
    return answer
        .map(status -> status.path("reason").asText().equals("NotFound"))
        .orElse(path.contains(KNATIVE));
  }

  Seen namespace(String name, Cancellation cancellation) throws BackendException {
    Optional<Answer> answer =
        get(
            "look for namespace " + name,
            "get on namespaces",
            Identifier.path("api", "v1", "namespaces", name),
            cancellation);
    if (answer.isEmpty()) {
      return new Gone("the cluster has no such namespace");
    }
    var _ = answer.get().neededObject("metadata").needed("name");
    boolean leaving = answer.get().object("status").text("phase").equals("Terminating");
    There.Builder there =
        There.builder().trouble(leaving ? "it is being deleted (Terminating)" : "");
    if (unproven) {
      there.unclear(
          "certificate",
          "the kubeconfig says insecure-skip-tls-verify, so it is not proven who answered");
    }
    return there.build();
  }

  /// @param names the first that is there counts
  Seen workload(String namespace, List<String> names, Cancellation cancellation)
      throws BackendException {
    for (String name : names) {
      Optional<Answer> deployment =
          get(
              "look for Deployment " + name,
              "get on deployments.apps in namespace " + namespace,
              Identifier.path("apis", "apps", "v1", "namespaces", namespace, "deployments", name),
              cancellation);
      if (deployment.isPresent()) {
        return Workload.deployment(deployment.get());
      }
    }
    for (String name : names) {
      Optional<Answer> service =
          get(
              "look for Knative service " + name,
              "get on services.serving.knative.dev in namespace " + namespace,
              KNATIVE + Identifier.path("namespaces", namespace, "services", name),
              cancellation);
      if (service.isPresent()) {
        return Workload.knative(service.get());
      }
    }
    return new Gone(
        "namespace " + namespace + " has neither such a Deployment nor such a Knative service");
  }

  Seen ingress(String namespace, String recorded, Cancellation cancellation)
      throws BackendException {
    Optional<Answer> answer =
        get(
            "list the ingresses of namespace " + namespace,
            "list on ingresses.networking.k8s.io in namespace " + namespace,
            Identifier.path(
                "apis", "networking.k8s.io", "v1", "namespaces", namespace, "ingresses"),
            cancellation);
    List<Answer> ingresses = answer.isEmpty() ? List.of() : answer.get().neededList("items");
    if (ingresses.isEmpty()) {
      return new Gone("namespace " + namespace + " has no ingress");
    }
    Set<String> addresses = new TreeSet<>();
    for (Answer ingress : ingresses) {
      for (Answer point : ingress.object("status").object("loadBalancer").list("ingress")) {
        addresses.add(point.has("ip") ? point.text("ip") : point.text("hostname"));
      }
    }
    addresses.remove("");
    if (addresses.isEmpty()) {
      return There.builder().trouble("no load balancer has given it an address").build();
    }
    return There.builder()
        .trait(
            Trait.ADDRESS, addresses.contains(recorded) ? recorded : String.join(", ", addresses))
        .build();
  }

  private Optional<Answer> get(
      String doing, String permission, String path, Cancellation cancellation)
      throws BackendException {
    return client.get(new Attempt(doing, permission, ""), path, cancellation);
  }

  @Override
  public void close() {
    client.close();
  }
}
