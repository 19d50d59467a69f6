package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One entry with what its provider says of its resources. Against the receipt: code, address, time
/// of the last change. Against `runfabric.yml`, where it still says what was deployed: runtime,
/// memory and the other settings.
///
/// @param loaded the configuration for the entry's stage, if it loads
record CloudComparison(Deployed deployed, Receipt receipt, Optional<LoadedProject> loaded) {

  /// A deploy writes the receipt after it has changed the last resource; clocks differ.
  private static final Duration SKEW = Duration.ofMinutes(5);

  /// Variables that providers and the engine add by themselves start with these.
  private static final Set<String> ADDED =
      Set.of(
          "AWS_",
          "RUNFABRIC_",
          "FUNCTION_",
          "FUNCTIONS_",
          "WEBSITE_",
          "AzureWeb",
          "K_",
          "GCP_",
          "GCLOUD_",
          "KUBERNETES_",
          "LOG_EXECUTION_ID",
          "SCM_",
          "APPINSIGHTS_",
          "APPLICATIONINSIGHTS_",
          "ENABLE_ORYX",
          "DEPLOYMENT_STORAGE_",
          "BUILD_FLAGS",
          "XDG_");

  CloudComparison(Deployed deployed, Optional<LoadedProject> loaded) {
    this(deployed, deployed.receipt().orElseThrow(), loaded);
  }

  void compare(Resource resource, There there, Findings findings) {
    there
        .unclear()
        .forEach(
            (what, reason) -> findings.notChecked(Against.PROVIDER, what(resource, what), reason));
    if (!there.trouble().isEmpty()) {
      add(
          resource,
          there,
          "trouble",
          Gravity.CRITICAL,
          "state",
          "working",
          there.trouble(),
          "the provider itself says that something is wrong with it",
          findings);
    }
    modified(resource, there, findings);
    url(resource, there, findings);
    address(resource, there, findings);
    function(resource).ifPresent(function -> function(resource, function, there, findings));
  }

  private Optional<DeployedFunction> function(Resource resource) {
    return receipt.functions().stream()
        .filter(function ->
            !resource.function().isEmpty() && function.function().equals(resource.function()))
        .findFirst();
  }

  private void modified(Resource resource, There there, Findings findings) {
    var deployedAt = Timestamps.parse(receipt.updatedAt());
    if (there.modified().isPresent()
        && deployedAt.isPresent()
        && there.modified().get().isAfter(deployedAt.get().plus(SKEW))) {
      add(
          resource,
          there,
          "modified",
          Gravity.WARNING,
          "modified",
          "not after " + Timestamps.engine2(deployedAt.get()),
          Timestamps.engine2(there.modified().get()),
          "it was changed after the deploy that the receipt records",
          findings);
    }
  }

  private void url(Resource resource, There there, Findings findings) {
    Optional<String> actual = Optional.ofNullable(there.traits().get(Trait.URL));
    String recorded =
        resource.path().startsWith("outputs.")
            ? receipt.outputs().getOrDefault(resource.path().substring("outputs.".length()), "")
            : receipt.outputs().getOrDefault("url_" + resource.function(), "");
    if (actual.isPresent() && !recorded.isEmpty() && !same(actual.get(), recorded)) {
      add(
          resource,
          there,
          "url",
          Gravity.WARNING,
          "url",
          recorded,
          actual.get(),
          "it answers elsewhere than the receipt says",
          findings);
    }
  }

  // An API's address is told without the path that the receipt may add.
  private static boolean same(String actual, String recorded) {
    String a = actual.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    String r = recorded.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    return r.equals(a) || r.startsWith(a + "/");
  }

  private void address(Resource resource, There there, Findings findings) {
    String recorded = receipt.outputs().getOrDefault("ingress.ip", "");
    Optional.ofNullable(there.traits().get(Trait.ADDRESS))
        .filter(actual -> !recorded.isEmpty() && !actual.equals(recorded))
        .ifPresent(actual ->
            add(
                resource,
                there,
                "address",
                Gravity.WARNING,
                "address",
                recorded,
                actual,
                "the load balancer has another address than the receipt says",
                findings));
  }

  private void function(
      Resource resource, DeployedFunction function, There there, Findings findings) {
    code(resource, function, there, findings);
    Optional<Meant> meant = loaded.flatMap(config -> Meant.of(config, function.function()));
    if (meant.isEmpty()) {
      findings.notChecked(
          Against.PROVIDER,
          what(resource, "settings"),
          loaded.isEmpty()
              ? "the configuration does not load for this stage"
              : "runfabric.yml does not declare the function");
      return;
    }
    if (meant.get().standing(function) == Meant.Standing.CHANGED) {
      findings.notChecked(
          Against.PROVIDER,
          what(resource, "settings"),
          "runfabric.yml was changed since the deploy, so it does not say what should run");
      return;
    }
    settings(resource, meant.get(), there, findings);
  }

  private void code(Resource resource, DeployedFunction function, There there, Findings findings) {
    Optional<String> actual =
        Optional.ofNullable(there.traits().get(Trait.CODE_SHA256)).flatMap(CloudComparison::hex);
    if (actual.isEmpty()) {
      return;
    }
    String recorded =
        function.artifactSha256().isEmpty()
            ? receipt.artifacts().stream()
                .filter(artifact -> artifact.function().equals(function.function()))
                .map(Artifact::sha256)
                .findFirst()
                .orElse("")
            : function.artifactSha256();
    Optional<String> expected = hex(recorded);
    if (expected.isEmpty()) {
      findings.notChecked(
          Against.PROVIDER, what(resource, "code"), "the receipt holds no SHA-256 of the package");
    } else if (!expected.equals(actual)) {
      add(
          resource,
          there,
          "code",
          Gravity.CRITICAL,
          Trait.CODE_SHA256.word(),
          expected.get(),
          actual.get(),
          "other code runs than was deployed",
          findings);
    }
  }

  /// A SHA-256 as lower-case hex, written in hex or in base64, as some providers do.
  static Optional<String> hex(String hash) {
    String text = hash.strip();
    if (text.matches("[0-9A-Fa-f]{64}")) {
      return Optional.of(text.toLowerCase(Locale.ROOT));
    }
    if (text.matches("[A-Za-z0-9+/]{43}=")) {
      return Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(text)));
    }
    return Optional.empty();
  }

  private void settings(Resource resource, Meant meant, There there, Findings findings) {
    FunctionSettings settings = meant.settings();
    setting(resource, there, Trait.RUNTIME, meant.runtimeOrDefault(), findings);
    setting(resource, there, Trait.HANDLER, settings.handler(), findings);
    setting(resource, there, Trait.ARCHITECTURE, settings.architecture(), findings);
    setting(resource, there, Trait.MEMORY, positive(settings.memory()), findings);
    setting(resource, there, Trait.TIMEOUT, positive(settings.timeout()), findings);
    environment(resource, settings, there, findings);
    tags(resource, settings, there, findings);
    layers(resource, settings, there, findings);
  }

  private static String positive(long number) {
    return number > 0 ? Long.toString(number) : "";
  }

  private void setting(
      Resource resource, There there, Trait trait, String expected, Findings findings) {
    String actual = there.traits().getOrDefault(trait, "");
    if (!expected.isEmpty()
        && !expected.contains("${")
        && !actual.isEmpty()
        && !plain(trait, actual).equals(plain(trait, expected))) {
      add(
          resource,
          there,
          trait.word(),
          Gravity.WARNING,
          trait.word(),
          expected,
          actual,
          "the " + trait.word() + " was changed since the deploy",
          findings);
    }
  }

  // nodejs20.x is nodejs20 elsewhere, and python3.12 python312.
  private static String plain(Trait trait, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return switch (trait) {
      case RUNTIME -> text.replaceAll("\\.x$", "").replaceAll("[^a-z0-9]", "");
      case ARCHITECTURE -> text.equals("amd64") ? "x86_64" : text;
      case CODE_SHA256, HANDLER, MEMORY, TIMEOUT, URL, ADDRESS, REVISION -> value.strip();
    };
  }

  private void environment(
      Resource resource, FunctionSettings settings, There there, Findings findings) {
    if (there.environment().isEmpty()) {
      return;
    }
    Set<String> actual = there.environment().get();
    Set<String> expected = settings.environment().map(Map::keySet).orElse(Set.of());
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(actual);
    Set<String> extra = new TreeSet<>(actual);
    extra.removeAll(expected);
    extra.removeIf(name -> ADDED.stream().anyMatch(name::startsWith));
    if (!missing.isEmpty()) {
      add(
          resource,
          there,
          "environment-missing",
          Gravity.WARNING,
          "environment",
          String.join(", ", missing),
          "not set",
          "variables that the function was deployed with are gone",
          findings);
    }
    if (!extra.isEmpty()) {
      add(
          resource,
          there,
          "environment-extra",
          Gravity.INFO,
          "environment",
          "not set",
          String.join(", ", extra),
          "variables are set that runfabric.yml does not name",
          findings);
    }
  }

  private void tags(Resource resource, FunctionSettings settings, There there, Findings findings) {
    if (there.tags().isEmpty()) {
      return;
    }
    Map<String, String> actual = there.tags().get();
    new TreeMap<>(settings.tags().orElse(Map.of()))
        .forEach((name, value) -> {
          if (!value.contains("${") && !value.equals(actual.get(name))) {
            add(
                resource,
                there,
                "tag",
                Gravity.WARNING,
                "tags." + name,
                Redactor.masking().value(name, value),
                Redactor.masking().value(name, actual.getOrDefault(name, "not set")),
                "a tag was changed since the deploy",
                findings);
          }
        });
  }

  private void layers(
      Resource resource, FunctionSettings settings, There there, Findings findings) {
    if (there.layers().isEmpty() || settings.layers().isEmpty()) {
      return;
    }
    Set<String> expected = new TreeSet<>(settings.layers().get());
    Set<String> actual = new TreeSet<>(there.layers().get());
    if (!expected.equals(actual) && expected.stream().noneMatch(layer -> layer.contains("${"))) {
      add(
          resource,
          there,
          "layers",
          Gravity.WARNING,
          "layers",
          String.join(", ", expected),
          actual.isEmpty() ? "none" : String.join(", ", actual),
          "the layers were changed since the deploy",
          findings);
    }
  }

  private String what(Resource resource, String part) {
    return part + " of " + resource.kind() + " " + resource.name() + " in " + deployed.name();
  }

  private void add(
      Resource resource,
      There there,
      String rule,
      Gravity gravity,
      String path,
      String expected,
      String actual,
      String sentence,
      Findings findings) {
    findings.add(
        deployed
            .finding(
                Against.PROVIDER,
                rule,
                gravity,
                resource.path() + "." + path,
                expected,
                actual,
                sentence,
                DriftFinding.engine("deploy", deployed.entry().stage()))
            .withEvidence(
                resource.kind()
                    + " "
                    + resource.name()
                    + (there.evidence().isEmpty()
                        ? ""
                        : ", " + String.join(", ", there.evidence()))));
  }
}
