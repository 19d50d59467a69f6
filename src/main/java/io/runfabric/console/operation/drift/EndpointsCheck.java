package io.runfabric.console.operation.drift;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.provider.endpoint.Endpoint;
import io.runfabric.console.provider.endpoint.EndpointProbe;
import io.runfabric.console.provider.endpoint.Probed;
import io.runfabric.console.provider.endpoint.Probed.NoSuchName;
import io.runfabric.console.provider.endpoint.Probed.Unclear;
import io.runfabric.console.provider.endpoint.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The state with what answers at the URLs in it. They are gathered as entries are read; then each
/// is asked once, few at a time, whoever names it. What it comes to is told once all were asked, as
/// only then it is known whether this machine has a network at all.
final class EndpointsCheck implements Check {

  private static final int AT_ONCE_PER_HOST = 2;

  private final EndpointProbe probe;
  private final Instant now;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<Endpoint, List<EndpointPlace>> places = new LinkedHashMap<>();

  EndpointsCheck(EndpointProbe probe, Instant now, Progress progress, Cancellation cancellation) {
    this.probe = probe;
    this.now = now;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  @Override
  public void look(Deployed deployed, Findings findings) {
    deployed
        .receipt()
        .ifPresent(receipt ->
            receipt
                .outputs()
                .forEach((key, value) -> gather(deployed, "outputs." + key, key, value, findings)));
    deployed
        .record()
        .ifPresent(record -> gather(deployed, "endpoint", "", record.endpoint(), findings));
  }

  private void gather(Deployed deployed, String path, String key, String value, Findings findings) {
    Target.of(value)
        .ifPresent(target -> {
          switch (target) {
            case Endpoint endpoint ->
                places
                    .computeIfAbsent(endpoint, _ -> new ArrayList<>())
                    .add(
                        new EndpointPlace(
                            deployed,
                            path,
                            Redactor.sensitive(key) ? Redactor.MASK : endpoint.url()));
            case Target.Unusable unusable ->
                findings.notChecked(
                    Against.ENDPOINTS, path + " of " + deployed.name(), unusable.reason());
          }
        });
  }

  @Override
  public void finish(Findings findings) {
    if (places.isEmpty()) {
      return;
    }
    progress.phase("endpoints");
    Map<Endpoint, Probed> found = ask();
    boolean namesAreKnown =
        found.entrySet().stream()
            .anyMatch(one -> showsThatNamesAreKnown(one.getKey(), one.getValue()));
    places.forEach((endpoint, all) -> {
      EndpointJudgement judgement =
          new EndpointJudgement(
              endpoint, Objects.requireNonNull(found.get(endpoint)), namesAreKnown, now);
      all.forEach(place -> judgement.tell(place, findings));
    });
  }

  // Each host's URLs go one after the other in as many lanes as may be under way at once.
  private Map<Endpoint, Probed> ask() {
    Map<String, List<Endpoint>> byHost = new LinkedHashMap<>();
    places
        .keySet()
        .forEach(one -> byHost.computeIfAbsent(one.host(), _ -> new ArrayList<>()).add(one));
    Map<Endpoint, Probed> found = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    try (AtOnce requests = new AtOnce(ProviderCheck.AT_ONCE)) {
      for (List<Endpoint> host : byHost.values()) {
        for (List<Endpoint> lane : lanes(host)) {
          cancellation.check();
          requests.start(() -> {
            for (Endpoint endpoint : lane) {
              found.put(endpoint, probe.ask(endpoint, cancellation));
              progress.at(done.incrementAndGet(), places.size());
            }
          });
        }
      }
    }
    return found;
  }

  private static List<List<Endpoint>> lanes(List<Endpoint> host) {
    return IntStream.range(0, Math.min(AT_ONCE_PER_HOST, host.size()))
        .mapToObj(lane ->
            IntStream.range(0, host.size())
                .filter(at -> at % AT_ONCE_PER_HOST == lane)
                .mapToObj(host::get)
                .toList())
        .toList();
  }

  // An address is known without asking, and so is a name of the machine itself.
  private static boolean showsThatNamesAreKnown(Endpoint endpoint, Probed found) {
    return !endpoint.literal()
        && !endpoint.privateName()
        && !(found instanceof NoSuchName)
        && !(found instanceof Unclear);
  }
}
