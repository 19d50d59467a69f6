package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The state with what runfabric.yml says, resolved for each stage by itself.
final class ConfigCheck implements Check {

  private final ProjectRequest request;
  private final LoadedProject active;
  private final Map<String, Optional<LoadedProject>> byStage = new HashMap<>();
  private final Set<String> deployed = new HashSet<>();

  /// @param active the configuration as it is resolved for the active stage
  ConfigCheck(ProjectRequest request, LoadedProject active) {
    this.request = request;
    this.active = active;
    byStage.put(active.project().stage(), Optional.of(active));
  }

  @Override
  public void look(Deployed entry, Findings findings) {
    deployed.add(entry.entry().stage());
    if (entry.receipt().isEmpty()) {
      return;
    }
    Optional<LoadedProject> meant = byStage.computeIfAbsent(entry.entry().stage(), this::load);
    if (meant.isEmpty()) {
      findings.notChecked(
          Against.CONFIG, entry.name(), "the configuration does not load for this stage");
      return;
    }
    provider(entry, entry.receipt().get(), meant.get().project().provider(), findings);
    functions(entry, entry.receipt().get(), meant.get(), findings);
  }

  private Optional<LoadedProject> load(String stage) {
    try {
      return Optional.of(ProjectLoader.load(request.withStage(Optional.of(stage))));
    } catch (InvalidProjectException _) {
      return Optional.empty();
    }
  }

  private static void provider(
      Deployed entry, Receipt receipt, Project.Provider meant, Findings findings) {
    if (!meant.name().isEmpty()
        && !receipt.provider().isEmpty()
        && !meant.name().equals(receipt.provider())) {
      findings.add(
          finding(
              entry,
              "provider",
              Gravity.CRITICAL,
              "provider",
              meant.name(),
              receipt.provider(),
              "the stage was deployed to another provider than the one that is configured"));
    }
    String region = receipt.outputs().getOrDefault("region", "");
    if (!meant.region().isEmpty() && !region.isEmpty() && !meant.region().equals(region)) {
      findings.add(
          finding(
              entry,
              "region",
              Gravity.CRITICAL,
              "outputs.region",
              meant.region(),
              region,
              "the stage was deployed to another region than the one that is configured"));
    }
  }

  private static void functions(
      Deployed entry, Receipt receipt, LoadedProject meant, Findings findings) {
    Map<String, FunctionSettings> declared = new LinkedHashMap<>();
    meant.functions().forEach(function -> declared.put(function.name(), function));
    if (receipt.functions().isEmpty()) {
      if (!declared.isEmpty()) {
        findings.notChecked(
            Against.CONFIG, "functions of " + entry.name(), "the receipt lists no functions");
      }
      return;
    }
    Set<String> there = new HashSet<>();
    for (DeployedFunction function : receipt.functions()) {
      there.add(function.function());
      FunctionSettings settings = declared.get(function.function());
      if (settings == null) {
        findings.add(
            finding(
                entry,
                "extra-function",
                Gravity.WARNING,
                path(function.function()),
                "not declared",
                "deployed",
                "the function is deployed and no longer in runfabric.yml"));
      } else {
        signature(entry, function, settings, meant.project().provider().runtime(), findings);
      }
    }
    declared.keySet().stream()
        .filter(name -> !there.contains(name))
        .forEach(name ->
            findings.add(
                finding(
                    entry,
                    "missing-function",
                    Gravity.WARNING,
                    path(name),
                    "deployed",
                    "not deployed",
                    "the function is in runfabric.yml and was not deployed to this stage")));
  }

  // Whether the engine puts the provider's runtime into a function that names none, before it
  // signs, is not told: either is as deployed.
  private static void signature(
      Deployed entry,
      DeployedFunction function,
      FunctionSettings settings,
      String runtime,
      Findings findings) {
    String what = "signature of " + function.function() + " in " + entry.name();
    if (function.configSignature().isEmpty()) {
      findings.notChecked(Against.CONFIG, what, "the receipt holds none");
    } else if (!settings.unclear().isEmpty()) {
      findings.notChecked(Against.CONFIG, what, settings.unclear());
    } else if (!function.configSignature().equals(settings.signature(""))
        && !function.configSignature().equals(settings.signature(runtime))) {
      findings.add(
          finding(
              entry,
              "signature",
              Gravity.WARNING,
              path(function.function()) + ".configSignature",
              settings.signature(runtime),
              function.configSignature(),
              "the function's settings in runfabric.yml are not those it was deployed with"));
    }
  }

  private static String path(String function) {
    return "functions[" + function + "]";
  }

  @Override
  public void finish(Findings findings) {
    List<String> declared = active.project().stages();
    for (String stage : declared) {
      if (!deployed.contains(stage)) {
        findings.add(
            stage(
                stage,
                "never-deployed",
                "deployed",
                "no entry",
                "the stage is in runfabric.yml and nothing of it is stored here",
                DriftFinding.engine("deploy", stage)));
      }
    }
    if (!declared.isEmpty()) {
      deployed.stream()
          .filter(stage -> !stage.isEmpty() && !declared.contains(stage))
          .sorted()
          .forEach(stage ->
              findings.add(
                  stage(
                      stage,
                      "undeclared-stage",
                      "declared under `stages:`",
                      "deployed",
                      "the stage is deployed and not in runfabric.yml",
                      "")));
    }
  }

  private static DriftFinding stage(
      String stage, String rule, String expected, String actual, String sentence, String step) {
    return new DriftFinding(
        Against.CONFIG,
        rule,
        Gravity.INFO,
        "stage " + stage,
        stage,
        "stages." + stage,
        expected,
        actual,
        sentence,
        step);
  }

  private static DriftFinding finding(
      Deployed entry,
      String rule,
      Gravity gravity,
      String path,
      String expected,
      String actual,
      String sentence) {
    return entry.finding(
        Against.CONFIG,
        rule,
        gravity,
        path,
        expected,
        actual,
        sentence,
        DriftFinding.engine("plan", entry.entry().stage()));
  }
}
