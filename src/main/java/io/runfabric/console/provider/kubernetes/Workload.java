package io.runfabric.console.provider.kubernetes;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Megabytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What runs a function, as Kubernetes and Knative describe it. Its code is an image, whose digest
/// no receipt holds, and its container says nothing of a runtime.
final class Workload {

  /// Who writes into a workload without changing what it is to run.
  private static final Set<String> CONTROLLERS = Set.of("kube-controller-manager", "controller");

  private static final Pattern REASON = Pattern.compile("[A-Za-z]{1,64}");

  private Workload() {}

  static There deployment(Answer deployment) throws BackendException {
    Answer metadata = metadata(deployment);
    Answer spec = deployment.neededObject("spec");
    long wanted = spec.number("replicas").orElse(1L);
    long available = deployment.object("status").number("availableReplicas").orElse(0L);
    There.Builder there =
        described(metadata, spec)
            .trait(
                Trait.REVISION,
                metadata.object("annotations").text("deployment.kubernetes.io/revision"))
            .evidence(available + " of " + wanted + " replicas are available");
    if (available == 0) {
      there.trouble("none of its replicas is available (" + wanted + " wanted)");
    }
    for (Answer condition : deployment.object("status").list("conditions")) {
      if (condition.text("type").equals("Progressing") && condition.has("lastUpdateTime")) {
        there.evidence("last rollout " + condition.text("lastUpdateTime"));
      }
    }
    return there.build();
  }

  static There knative(Answer service) throws BackendException {
    Answer spec = service.neededObject("spec");
    Answer status = service.object("status");
    There.Builder there =
        described(metadata(service), spec)
            .trait(Trait.REVISION, status.text("latestReadyRevisionName"))
            .trait(Trait.URL, status.text("url"))
            .trait(
                Trait.TIMEOUT,
                spec.object("template")
                    .object("spec")
                    .number("timeoutSeconds")
                    .map(String::valueOf)
                    .orElse(""))
            .evidence("Knative serves it");
    for (Answer condition : status.list("conditions")) {
      if (condition.text("type").equals("Ready") && condition.text("status").equals("False")) {
        String reason = condition.text("reason");
        there.trouble(
            "it is not ready" + (REASON.matcher(reason).matches() ? " (" + reason + ")" : ""));
      }
    }
    return there.build();
  }

  private static Answer metadata(Answer object) throws BackendException {
    Answer metadata = object.neededObject("metadata");
    var _ = metadata.needed("name");
    return metadata;
  }

  private static There.Builder described(Answer metadata, Answer spec) throws BackendException {
    Optional<Instant> changed = changed(metadata);
    There.Builder there = There.builder().modified(changed);
    changed.ifPresent(time -> there.evidence("last changed " + time));
    Optional<Long> generation = metadata.number("generation");
    generation.ifPresent(number -> there.evidence("generation " + number));
    List<Answer> containers = spec.object("template").object("spec").list("containers");
    if (!containers.isEmpty()) {
      container(containers.getFirst(), there);
    }
    return there;
  }

  // Every writer's last change is kept beside the object; those to its status are told apart.
  private static Optional<Instant> changed(Answer metadata) throws BackendException {
    Optional<Instant> last = Optional.empty();
    for (Answer writer : metadata.list("managedFields")) {
      Optional<Instant> time = writer.time("time");
      boolean counts =
          writer.text("subresource").isEmpty() && !CONTROLLERS.contains(writer.text("manager"));
      if (counts && time.isPresent() && (last.isEmpty() || time.get().isAfter(last.get()))) {
        last = time;
      }
    }
    return last;
  }

  private static void container(Answer container, There.Builder there) throws BackendException {
    if (container.list("envFrom").isEmpty()) {
      Set<String> names = new TreeSet<>();
      for (Answer variable : container.list("env")) {
        names.add(variable.needed("name"));
      }
      there.environment(names);
    } else {
      there.unclear("environment", "it also comes from ConfigMaps or Secrets, which are not read");
    }
    String memory = container.object("resources").texts("limits").getOrDefault("memory", "");
    there.trait(Trait.MEMORY, Megabytes.of(memory).map(String::valueOf).orElse(""));
  }
}
