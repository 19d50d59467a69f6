package io.runfabric.console.operation.drift;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.recover.Observations;
import io.runfabric.console.operation.recover.Runbook;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.endpoint.EndpointProbe;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares what is stored with everything it should agree with. Only reads: takes no lock and
/// writes nothing. Entries are looked at as they are read, so that there may be any number.
///
/// @param request how the configuration is resolved for other stages
public record Reconcile(ProjectSession session, ProjectRequest request, DriftScope scope) {

  /// Looks.
  ///
  /// @throws InvalidProjectException when the list of ignored findings is not understood
  public DriftReport run(StateFilter filter, Progress progress, Cancellation cancellation)
      throws BackendException, InvalidProjectException {
    List<Ignored> ignores = DriftIgnores.read(session.project());
    Findings findings = new Findings();
    List<Check> checks = checks(filter, progress, cancellation, findings);
    Looking looking = new Looking(checks, findings);
    ListingSummary summary = session.documents(filter, looking::take, progress, cancellation);
    if (scope.against().contains(Against.INTEGRITY)) {
      progress.phase("recovering");
      findingsOfTheRunbook(filter, looking, findings, cancellation);
    }
    checks.forEach(check -> check.finish(findings));
    return report(looking, findings, ignores, summary);
  }

  private List<Check> checks(
      StateFilter filter, Progress progress, Cancellation cancellation, Findings findings) {
    StageConfigs configs = new StageConfigs(request, session.loaded());
    List<Check> checks = new ArrayList<>();
    for (Against one : scope.against()) {
      if (one.online() && !scope.network()) {
        findings.notChecked(
            one, NotChecked.EVERYTHING, "requests over the network were not allowed");
      } else {
        checks.add(check(one, configs, filter, progress, cancellation));
      }
    }
    return checks;
  }

  private Check check(
      Against against,
      StageConfigs configs,
      StateFilter filter,
      Progress progress,
      Cancellation cancellation) {
    Project project = session.project();
    return switch (against) {
      case INTEGRITY -> new IntegrityCheck(project.service(), session.now());
      case CONFIG -> new ConfigCheck(configs, filter);
      case ARTIFACTS -> new ArtifactsCheck(project.folder(), cancellation);
      case RECEIPTS -> new EngineReceiptsCheck(project.folder(), project.service(), filter);
      case PROVIDER -> new ProviderCheck(configs, CloudAccess.of(project), progress, cancellation);
      case ENDPOINTS ->
          new EndpointsCheck(
              EndpointProbe.standard(scope.allowPrivate()), session.now(), progress, cancellation);
    };
  }

  private void findingsOfTheRunbook(
      StateFilter filter, Looking looking, Findings findings, Cancellation cancellation)
      throws BackendException {
    Runbook runbook =
        Runbook.of(
            Observations.of(
                session, filter.stage(), looking.entries, looking.withoutArtifacts, cancellation));
    IntegrityCheck.of(runbook.situations()).forEach(findings::add);
  }

  private DriftReport report(
      Looking looking, Findings findings, List<Ignored> ignores, ListingSummary summary) {
    LocalDate today = session.now().atZone(ZoneOffset.UTC).toLocalDate();
    Map<String, Ignored> byId = new HashMap<>();
    ignores.forEach(one -> byId.put(one.id(), one));
    List<DriftFinding> counting = new ArrayList<>();
    List<IgnoredFinding> ignored = new ArrayList<>();
    Map<String, LocalDate> expired = new TreeMap<>();
    for (DriftFinding finding : findings.found()) {
      Ignored agreed = byId.get(finding.id());
      if (agreed != null && !agreed.until().isBefore(today)) {
        ignored.add(new IgnoredFinding(finding, agreed.reason(), agreed.until()));
      } else {
        counting.add(finding);
        if (agreed != null) {
          expired.put(finding.id(), agreed.until());
        }
      }
    }
    counting.sort(DriftFinding.GRAVEST_FIRST);
    return new DriftReport(
        List.copyOf(scope.against()),
        List.copyOf(looking.looked),
        List.copyOf(counting),
        List.copyOf(ignored),
        Map.copyOf(expired),
        List.copyOf(findings.notChecked()),
        summary.otherServices(),
        List.copyOf(findings.endpoints()),
        Optional.empty());
  }

  /// Takes entries as they are read.
  private static final class Looking {

    private final List<Check> checks;
    private final Findings findings;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> withoutArtifacts = new ArrayList<>();
    private final List<Looked> looked = new ArrayList<>();

    Looking(List<Check> checks, Findings findings) {
      this.checks = checks;
      this.findings = findings;
    }

    void take(EntryDocument found) {
      Entry entry = found.entry();
      entries.add(entry);
      String error = entry.readable() ? "" : entry.health().reason();
      if (entry.readable() && found.content().isPresent()) {
        try {
          Deployed deployed = Deployed.of(entry, found.content().get());
          if (deployed.receipt().filter(receipt -> receipt.artifacts().isEmpty()).isPresent()) {
            withoutArtifacts.add(entry);
          }
          checks.forEach(check -> check.look(deployed, findings));
        } catch (UnreadableDocumentException e) {
          error = e.reason();
        }
      }
      looked.add(new Looked(entry.kind().word(), entry.stage(), entry.provider(), error));
    }
  }
}
