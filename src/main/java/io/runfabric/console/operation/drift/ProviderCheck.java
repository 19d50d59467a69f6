package io.runfabric.console.operation.drift;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.kinds.Clouds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The state with what really runs. Receipts are gathered as they are read; then their providers
/// are asked, with few requests at once.
final class ProviderCheck implements Check {

  /// Requests under way.
  static final int AT_ONCE = 16;

  private final StageConfigs configs;
  private final CloudAccess access;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<String, List<Deployed>> byProvider = new TreeMap<>();

  ProviderCheck(
      StageConfigs configs, CloudAccess access, Progress progress, Cancellation cancellation) {
    this.configs = configs;
    this.access = access;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  @Override
  public void look(Deployed deployed, Findings findings) {
    if (deployed.record().isPresent()) {
      findings.notChecked(
          Against.PROVIDER, deployed.name(), "engine 1's records do not name what is in the cloud");
      return;
    }
    String provider = deployed.receipt().map(Receipt::provider).orElse("");
    if (provider.isEmpty()) {
      findings.notChecked(Against.PROVIDER, deployed.name(), "the receipt names no provider");
      return;
    }
    byProvider.computeIfAbsent(provider, _ -> new ArrayList<>()).add(deployed);
  }

  @Override
  public void finish(Findings findings) {
    if (byProvider.isEmpty()) {
      return;
    }
    progress.phase("provider");
    AtomicInteger done = new AtomicInteger();
    int total = byProvider.values().stream().mapToInt(List::size).sum();
    for (Map.Entry<String, List<Deployed>> one : byProvider.entrySet()) {
      cancellation.check();
      try (Cloud cloud = cancellation.leaving(() -> Clouds.open(one.getKey(), access))) {
        ask(cloud, one.getValue(), () -> progress.at(done.incrementAndGet(), total), findings);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof BackendException failed)) {
          throw new IllegalStateException("a provider failed in an unforeseen way", e);
        }
        for (Deployed deployed : one.getValue()) {
          notChecked(deployed.name(), failed, findings);
          progress.at(done.incrementAndGet(), total);
        }
      }
    }
  }

  private void ask(Cloud cloud, List<Deployed> entries, Runnable finished, Findings findings) {
    try (AtOnce requests = new AtOnce(AT_ONCE)) {
      for (Deployed deployed : entries) {
        cancellation.check();
        Claim claim = claim(cloud, deployed, findings);
        if (claim.lookups().isEmpty()) {
          finished.run();
        }
        AtomicInteger open = new AtomicInteger(claim.lookups().size());
        for (Lookup lookup : claim.lookups()) {
          requests.start(() -> {
            look(claim, lookup, findings);
            if (open.decrementAndGet() == 0) {
              orphan(claim, findings);
              progress.entry(deployed.name());
              finished.run();
            }
          });
          cancellation.check();
        }
      }
    }
  }

  /// What a receipt says is there, and what of it is not.
  private record Claim(
      Deployed deployed, CloudComparison comparison, List<Lookup> lookups, List<Missing> gone) {}

  private record Missing(Resource resource, String evidence) {}

  private Claim claim(Cloud cloud, Deployed deployed, Findings findings) {
    List<Lookup> lookups = List.of();
    try {
      lookups = cloud.lookups(deployed.receipt().orElseThrow());
      if (lookups.isEmpty()) {
        findings.notChecked(
            Against.PROVIDER, deployed.name(), "the receipt names nothing that can be looked for");
      }
    } catch (BackendException e) {
      notChecked(deployed.name(), e, findings);
    }
    return new Claim(
        deployed,
        new CloudComparison(deployed.receipt().orElseThrow(), configs.of(deployed.entry().stage())),
        lookups,
        Collections.synchronizedList(new ArrayList<>()));
  }

  private void look(Claim claim, Lookup lookup, Findings findings) {
    Resource resource = lookup.resource();
    try {
      Seen seen = lookup.looking().look(cancellation);
      switch (seen) {
        case Gone gone -> claim.gone().add(new Missing(resource, gone.evidence()));
        case There there ->
            claim
                .comparison()
                .compare(new SeenResource(claim.deployed(), resource, there, findings));
      }
    } catch (BackendException e) {
      notChecked(
          resource.kind() + " " + resource.name() + " of " + claim.deployed().name(), e, findings);
    }
  }

  // Where nothing at all is left, the entry itself is what is wrong.
  private static void orphan(Claim claim, Findings findings) {
    Deployed deployed = claim.deployed();
    if (claim.gone().size() == claim.lookups().size()) {
      findings.add(
          deployed
              .finding(
                  Against.PROVIDER,
                  "orphan",
                  Gravity.CRITICAL,
                  "",
                  claim.gone().stream()
                      .map(one -> one.resource().kind() + " " + one.resource().name())
                      .sorted()
                      .collect(Collectors.joining(", ")),
                  "nothing",
                  "nothing of what is recorded here is there: it was deleted, or these credentials"
                      + " see another account",
                  DriftFinding.engine("deploy", deployed.entry().stage()))
              .withEvidence(claim.gone().getFirst().evidence())
              .mending(
                  Mend.REMOVE,
                  DriftFinding.console(
                      "state",
                      "remove",
                      "--only",
                      "kind=receipt,stage=" + deployed.entry().stage())));
      return;
    }
    for (Missing one : claim.gone()) {
      findings.add(
          deployed
              .finding(
                  Against.PROVIDER,
                  "missing",
                  Gravity.CRITICAL,
                  one.resource().path(),
                  one.resource().kind() + " " + one.resource().name(),
                  "nothing",
                  "the " + one.resource().kind() + " was deleted since it was deployed",
                  DriftFinding.engine("deploy", deployed.entry().stage()))
              .withEvidence(one.evidence()));
    }
  }

  // Errors of stores begin with what could not be done; here a reason goes on from "as".
  private static void notChecked(String what, BackendException why, Findings findings) {
    String sentence = why.sentence();
    findings.notChecked(
        Against.PROVIDER,
        what,
        (sentence.startsWith("cannot ") ? "the console " : "")
            + sentence
            + " ("
            + why.remedy()
            + ")");
  }
}
