package io.runfabric.console.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.provider.AdapterContract;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Receipts;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.kinds.Clouds;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesTest extends AdapterContract {

  private static final String NAMESPACE = "/api/v1/namespaces/shop-prod";
  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop-prod/deployments/";
  private static final String KNATIVE =
      "/apis/serving.knative.dev/v1/namespaces/shop-prod/services/";
  private static final String INGRESSES =
      "/apis/networking.k8s.io/v1/namespaces/shop-prod/ingresses";

  @Override
  protected Recorded absent() {
    return status(404, "NotFound");
  }

  @Override
  protected Recorded denied() {
    return status(403, "Forbidden");
  }

  private static Recorded status(int code, String reason) {
    return Recorded.json(
        code,
        """
        {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
         "message": "quoted", "reason": "%s", "code": %d}
        """
            .formatted(reason, code));
  }

  @Override
  protected String path() {
    return NAMESPACE;
  }

  @Override
  protected String fine() {
    return """
    {"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": "shop-prod"},
     "status": {"phase": "Active"}}
    """;
  }

  private static String deployment() {
    return """
    {"kind": "Deployment", "apiVersion": "apps/v1",
     "metadata": {"name": "api", "resourceVersion": "812", "generation": 3,
       "annotations": {"deployment.kubernetes.io/revision": "3"},
       "managedFields": [
         {"manager": "runfabric", "operation": "Update", "time": "2026-03-01T10:00:00Z"},
         {"manager": "kubectl-edit", "operation": "Update", "time": "2026-03-02T10:00:00Z"},
         {"manager": "kube-controller-manager", "operation": "Update",
          "time": "2026-03-03T10:00:00Z"},
         {"manager": "status-writer", "operation": "Update", "subresource": "status",
          "time": "2026-03-04T10:00:00Z"}]},
     "spec": {"replicas": 2, "template": {"spec": {"containers": [
       {"name": "api", "env": [{"name": "TABLE", "value": "quoted"}],
        "resources": {"limits": {"memory": "256Mi"}}}]}}},
     "status": {"availableReplicas": 2, "conditions": [
       {"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable",
        "lastUpdateTime": "2026-03-02T10:00:09Z"}]}}
    """;
  }

  private static String knative() {
    return """
    {"kind": "Service", "apiVersion": "serving.knative.dev/v1",
     "metadata": {"name": "api", "generation": 1},
     "spec": {"template": {"spec": {"timeoutSeconds": 30, "containers": [{"env": []}]}}},
     "status": {"url": "http://api.shop-prod.example.com", "latestReadyRevisionName": "api-00001",
       "conditions": [{"type": "Ready", "status": "True"}]}}
    """;
  }

  @Override
  protected Receipt receipt() {
    return receipt(Map.of());
  }

  private static Receipt receipt(Map<String, String> outputs) {
    return Receipts.of("kubernetes", outputs, Map.of(), Receipts.function("api"));
  }

  private CloudAccess access(String config) {
    return new CloudAccess(Map.of("KUBECONFIG", config), "us-east-1", folder);
  }

  @Override
  protected Cloud open() throws Exception {
    Files.writeString(
        folder.resolve("config"),
        """
        apiVersion: v1
        kind: Config
        current-context: test
        clusters: [{name: c, cluster: {server: '%s'}}]
        users: [{name: u, user: {token: %s}}]
        contexts: [{name: test, context: {cluster: c, user: u, namespace: default}}]
        """
            .formatted(server.url(), RecordedCloud.TOKEN));
    return Clouds.open("k8s", access("config"));
  }

  @Override
  protected Cloud openWithoutCredentials() throws Exception {
    return Clouds.open("kubernetes", access("missing"));
  }

  @Override
  protected String credential() {
    return "KUBECONFIG";
  }

  private Seen workload() throws Exception {
    server.at(NAMESPACE, fine());
    return all(receipt()).get(1);
  }

  @Test
  void aNamespaceThatIsBeingDeletedIsInTrouble() throws Exception {
    server.at(NAMESPACE, fine().replace("Active", "Terminating"));

    assertThat(there(first()).trouble()).contains("Terminating");
  }

  @Test
  void aNamespaceThatWasDeletedIsGone() throws Exception {
    assertThat(first()).isEqualTo(new Gone("the cluster has no such namespace"));
  }

  @Test
  void aDeploymentIsDescribedByItsFirstContainer() throws Exception {
    server.at(DEPLOYMENTS + "api", deployment());

    There there = there(workload());

    assertThat(there.traits()).containsOnly(entry(Trait.MEMORY, "256"), entry(Trait.REVISION, "3"));
    assertThat(there.environment().orElseThrow()).containsExactly("TABLE");
    assertThat(there.trouble()).isEmpty();
    assertThat(there.evidence()).contains("2 of 2 replicas are available", "generation 3");
    assertThat(there.toString()).doesNotContain("quoted");
  }

  @Test
  void itWasChangedWhenSomebodyButAControllerWroteIt() throws Exception {
    server.at(DEPLOYMENTS + "api", deployment());

    assertThat(there(workload()).modified()).contains(Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void aDeploymentWithoutAReplicaThatIsAvailableIsInTrouble() throws Exception {
    server.at(DEPLOYMENTS + "api", deployment().replace("\"availableReplicas\": 2, ", ""));

    assertThat(there(workload()).trouble())
        .isEqualTo("none of its replicas is available (2 wanted)");
  }

  @Test
  void variablesOfAConfigMapAreNotLookedAt() throws Exception {
    server.at(
        DEPLOYMENTS + "api",
        deployment()
            .replace("\"env\":", "\"envFrom\": [{\"secretRef\": {\"name\": \"s\"}}], \"env\":"));

    There there = there(workload());

    assertThat(there.environment()).isEmpty();
    assertThat(there.unclear()).containsKey("environment");
  }

  @Test
  void aDeploymentMayBeNamedAfterServiceAndStageToo() throws Exception {
    server.at(DEPLOYMENTS + "shop-prod-api", deployment());

    assertThat(workload()).isInstanceOf(There.class);
  }

  @Test
  void whatIsNoDeploymentMayBeAServiceOfKnative() throws Exception {
    server.at(KNATIVE + "api", knative());

    There there = there(workload());

    assertThat(there.traits())
        .containsOnly(
            entry(Trait.TIMEOUT, "30"),
            entry(Trait.URL, "http://api.shop-prod.example.com"),
            entry(Trait.REVISION, "api-00001"));
    assertThat(there.environment().orElseThrow()).isEmpty();
  }

  @Test
  void aServiceOfKnativeThatIsNotReadyIsInTrouble() throws Exception {
    server.at(
        KNATIVE + "api",
        knative()
            .replace(
                "\"Ready\", \"status\": \"True\"",
                "\"Ready\", \"status\": \"False\", \"reason\": \"RevisionMissing\""));

    assertThat(there(workload()).trouble()).isEqualTo("it is not ready (RevisionMissing)");
  }

  @Test
  void aFunctionThatIsNeitherIsGoneAlsoWhereKnativeIsNotInstalled() throws Exception {
    Recorded plain = Recorded.json(404, "404 page not found\n");
    server.at(KNATIVE + "api", plain).at(KNATIVE + "shop-prod-api", plain);

    assertThat(workload()).isInstanceOf(Gone.class);
  }

  @Test
  void theAddressOfTheIngressIsTold() throws Exception {
    server
        .at(NAMESPACE, fine())
        .at(
            INGRESSES,
            """
            {"kind": "IngressList", "items": [
              {"status": {"loadBalancer": {"ingress": [{"ip": "192.0.2.1"}]}}},
              {"status": {"loadBalancer": {"ingress": [{"hostname": "lb.example.com"}]}}}]}
            """);

    assertThat(ingress("192.0.2.1").traits()).containsOnly(entry(Trait.ADDRESS, "192.0.2.1"));
    assertThat(ingress("192.0.2.9").traits())
        .containsOnly(entry(Trait.ADDRESS, "192.0.2.1, lb.example.com"));
  }

  private There ingress(String recorded) throws Exception {
    return there(all(receipt(Map.of("ingress.ip", recorded))).getLast());
  }

  @Test
  void anIngressThatWasDeletedIsGone() throws Exception {
    server.at(INGRESSES, "{\"kind\": \"IngressList\", \"items\": []}");

    assertThat(all(receipt(Map.of("ingress.ip", "192.0.2.1"))).getLast())
        .isEqualTo(new Gone("namespace shop-prod has no ingress"));
  }

  @Test
  void whatIsNoNameOfKubernetesIsNotAskedFor() throws Exception {
    for (String name : List.of("..", "a/b", "A", "a?b", "-a", "a".repeat(64))) {
      assertThatThrownBy(() -> all(receipt(Map.of("namespace", name))))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }
    assertThat(server.requests()).isEmpty();
  }
}
