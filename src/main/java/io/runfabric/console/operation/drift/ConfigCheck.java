package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.operation.StateFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The state with what runfabric.yml says, resolved for each stage by itself.
final class ConfigCheck implements Check {

  private final StageConfigs configs;
  private final StateFilter filter;
  private final Set<String> deployed = new HashSet<>();
  private final Map<String, Optional<ChangedSetting>> searched = new HashMap<>();

  ConfigCheck(StageConfigs configs, StateFilter filter) {
    this.configs = configs;
    this.filter = filter;
  }

  @Override
  public void look(Deployed entry, Findings findings) {
    deployed.add(entry.entry().stage());
    if (entry.receipt().isEmpty()) {
      return;
    }
    Optional<LoadedProject> meant = configs.of(entry.entry().stage());
    if (meant.isEmpty()) {
      findings.notChecked(
          Against.CONFIG, entry.name(), "the configuration does not load for this stage");
      return;
    }
    provider(entry, entry.receipt().get(), meant.get().project().provider(), findings);
    functions(entry, entry.receipt().get(), meant.get(), findings);
    new WorkflowComparison(entry, entry.receipt().get(), meant.get().workflows()).compare(findings);
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

  private void functions(Deployed entry, Receipt receipt, LoadedProject loaded, Findings findings) {
    List<String> declared = loaded.functions().stream().map(FunctionSettings::name).toList();
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
      Meant.of(loaded, function.function())
          .ifPresentOrElse(
              meant -> signature(entry, receipt, function, meant, findings),
              () ->
                  findings.add(
                      finding(
                          entry,
                          "extra-function",
                          Gravity.WARNING,
                          path(function.function()),
                          "not declared",
                          "deployed",
                          "the function is deployed and no longer in runfabric.yml")));
    }
    declared.stream()
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

  private void signature(
      Deployed entry, Receipt receipt, DeployedFunction function, Meant meant, Findings findings) {
    switch (meant.standing(function)) {
      case AS_DEPLOYED -> {}
      case UNKNOWN ->
          findings.notChecked(
              Against.CONFIG,
              "signature of " + function.function() + " in " + entry.name(),
              function.configSignature().isEmpty()
                  ? "the receipt holds none"
                  : meant.settings().unclear());
      case CHANGED -> changed(entry, receipt, function, meant, findings);
    }
  }

  private void changed(
      Deployed entry, Receipt receipt, DeployedFunction function, Meant meant, Findings findings) {
    String now = meant.settings().signature(meant.runtime());
    Optional<ChangedSetting> one =
        searched.computeIfAbsent(
            now + function.configSignature(),
            _ -> ChangedSetting.find(meant, function.configSignature(), runtimes(receipt)));
    findings.add(
        finding(
                entry,
                "signature",
                Gravity.WARNING,
                path(function.function()) + ".configSignature",
                one.map(ChangedSetting::now).orElse(now),
                one.map(ChangedSetting::then).orElse(function.configSignature()),
                one.map(found ->
                        "`" + found.key() + "` was changed in runfabric.yml since the deploy")
                    .orElse(
                        "the function's settings in runfabric.yml are not those it was deployed"
                            + " with"))
            .withEvidence(
                one.isPresent()
                    ? "with that one setting put back, the signature is the receipt's"
                    : "the signatures differ; which setting it is cannot be told from them"));
  }

  private static List<String> runtimes(Receipt receipt) {
    return Stream.concat(Stream.of(""), receipt.artifacts().stream().map(Artifact::runtime))
        .distinct()
        .toList();
  }

  private static String path(String function) {
    return "functions[" + function + "]";
  }

  @Override
  public void finish(Findings findings) {
    List<String> declared = configs.active().project().stages();
    for (String stage : declared) {
      if (!deployed.contains(stage) && filter.wholly(stage, configs.active().project().service())) {
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
      // No removal is offered: the stage may still run, and be declared on another branch; removing
      // its entry would make the engine forget what runs there.
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
                      "the stage is deployed, may still run, and is not in runfabric.yml",
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
