package io.runfabric.console.provider.gcp;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Answer;
import io.runfabric.console.provider.rest.Megabytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service as version 2 of the Cloud Run API describes it
/// (`cloud.google.com/run/docs/reference/rest/v2/projects.locations.services`). What runs in it is
/// an image, so nothing is said of a runtime.
final class ServiceAnswer {

  private static final Pattern SECONDS = Pattern.compile("([0-9]+)s");
  private static final Pattern REASON = Pattern.compile("[A-Z_]{1,64}");

  private ServiceAnswer() {}

  /// @param recorded the address that the receipt knows
  static There described(Answer service, String recorded) throws BackendException {
    var _ = service.needed("name");
    Answer template = service.neededObject("template");
    There.Builder there =
        There.builder()
            .trait(Trait.REVISION, revision(service))
            .trait(Trait.TIMEOUT, seconds(template.text("timeout")))
            .trait(Trait.URL, Addresses.pick(urls(service), recorded))
            .tags(service.texts("labels"))
            .trouble(trouble(service.object("terminalCondition")))
            .modified(service.time("updateTime"))
            .evidence("Cloud Run serves it");
    List<Answer> containers = template.list("containers");
    if (!containers.isEmpty()) {
      container(containers.getFirst(), there);
    }
    if (service.has("updateTime")) {
      there.evidence("last updated " + service.text("updateTime"));
    }
    return there.build();
  }

  private static void container(Answer container, There.Builder there) throws BackendException {
    Set<String> names = new TreeSet<>();
    for (Answer variable : container.list("env")) {
      names.add(variable.needed("name"));
    }
    there.environment(names);
    String memory = container.object("resources").texts("limits").getOrDefault("memory", "");
    there.trait(Trait.MEMORY, Megabytes.of(memory).map(String::valueOf).orElse(""));
  }

  private static List<String> urls(Answer service) throws BackendException {
    List<String> urls = new ArrayList<>();
    urls.add(service.text("uri"));
    urls.addAll(service.textList("urls"));
    return urls;
  }

  // A full name, projects/…/revisions/<name>, says nothing more here.
  private static String revision(Answer service) throws BackendException {
    String ready = service.text("latestReadyRevision");
    String name = ready.substring(ready.lastIndexOf('/') + 1);
    return name.isEmpty() ? service.text("etag") : name;
  }

  private static String seconds(String duration) {
    Matcher seconds = SECONDS.matcher(duration);
    return seconds.matches() ? seconds.group(1) : "";
  }

  private static String trouble(Answer condition) throws BackendException {
    if (!condition.text("state").equals("CONDITION_FAILED")) {
      return "";
    }
    for (String field : List.of("reason", "revisionReason", "executionReason")) {
      String reason = condition.text(field);
      if (REASON.matcher(reason).matches()) {
        return "it is not ready (" + reason + ")";
      }
    }
    return "it is not ready";
  }
}
