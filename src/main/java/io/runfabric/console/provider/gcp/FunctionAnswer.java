package io.runfabric.console.provider.gcp;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Megabytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A function as version 2 of the Cloud Functions API describes it
/// (`cloud.google.com/functions/docs/reference/rest/v2/projects.locations.functions`). The digest
/// of its code is not part of that, and its entry point is another thing than the engine's handler.
final class FunctionAnswer {

  private static final Set<String> BAD = Set.of("FAILED", "DELETING", "DETACHING", "DETACH_FAILED");

  private FunctionAnswer() {}

  /// @param recorded the address that the receipt knows
  static There described(Answer function, String recorded) throws BackendException {
    var _ = function.needed("name");
    String state = function.needed("state");
    Answer build = function.object("buildConfig");
    Answer service = function.object("serviceConfig");
    There.Builder there =
        There.builder()
            .trait(Trait.RUNTIME, build.text("runtime"))
            .trait(
                Trait.MEMORY,
                Megabytes.of(service.text("availableMemory")).map(String::valueOf).orElse(""))
            .trait(Trait.TIMEOUT, service.number("timeoutSeconds").map(String::valueOf).orElse(""))
            .trait(Trait.REVISION, service.text("revision"))
            .trait(
                Trait.URL,
                Addresses.pick(List.of(service.text("uri"), function.text("url")), recorded))
            .environment(environment(service))
            .tags(function.texts("labels"))
            .modified(function.time("updateTime"));
    if (BAD.contains(state)) {
      there.trouble("its state is " + state);
    }
    evidence(there, function, build, state);
    return there.build();
  }

  private static void evidence(There.Builder there, Answer function, Answer build, String state)
      throws BackendException {
    Optional.of(function.text("updateTime"))
        .filter(time -> !time.isEmpty())
        .ifPresent(time -> there.evidence("last updated " + time));
    if (state.equals("DEPLOYING")) {
      there.evidence("it is being deployed");
    }
    Optional.of(build.text("entryPoint"))
        .filter(entry -> !entry.isEmpty())
        .ifPresent(entry -> there.evidence("its entry point is " + entry));
  }

  private static Set<String> environment(Answer service) throws BackendException {
    Set<String> names = new TreeSet<>(service.object("environmentVariables").names());
    for (Answer secret : service.list("secretEnvironmentVariables")) {
      names.add(secret.needed("key"));
    }
    return names;
  }
}
