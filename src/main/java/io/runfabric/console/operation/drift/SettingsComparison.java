package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.provider.Trait;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A function that runs with what `runfabric.yml` says of it. What neither says is not compared.
///
/// @param standing whether the file certainly says what was deployed
record SettingsComparison(SeenResource seen, FunctionSettings settings, Meant.Standing standing) {

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

  void compare(Meant meant) {
    setting(Trait.RUNTIME, meant.runtimeOrDefault());
    setting(Trait.HANDLER, settings.handler());
    setting(Trait.ARCHITECTURE, settings.architecture());
    setting(Trait.MEMORY, positive(settings.memory()));
    setting(Trait.TIMEOUT, positive(settings.timeout()));
    environment();
    tags();
    layers();
  }

  private static String positive(long number) {
    return number > 0 ? Long.toString(number) : "";
  }

  private void setting(Trait trait, String expected) {
    String actual = seen.there().traits().getOrDefault(trait, "");
    if (!expected.isEmpty()
        && !expected.contains("${")
        && !actual.isEmpty()
        && !plain(trait, actual).equals(plain(trait, expected))) {
      seen.differs(
          trait.word(),
          Gravity.WARNING,
          trait.word(),
          expected,
          actual,
          "the " + trait.word() + changed());
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

  private void environment() {
    if (seen.there().environment().isEmpty()) {
      return;
    }
    Set<String> actual = seen.there().environment().get();
    Set<String> expected = settings.environment().map(Map::keySet).orElse(Set.of());
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(actual);
    Set<String> extra = new TreeSet<>(actual);
    extra.removeAll(expected);
    extra.removeIf(name -> ADDED.stream().anyMatch(name::startsWith));
    if (!missing.isEmpty()) {
      seen.differs(
          "environment-missing",
          Gravity.WARNING,
          "environment",
          String.join(", ", missing),
          "not set",
          "variables that runfabric.yml names are not set");
    }
    if (!extra.isEmpty()) {
      seen.differs(
          "environment-extra",
          Gravity.INFO,
          "environment",
          "not set",
          String.join(", ", extra),
          "variables are set that runfabric.yml does not name");
    }
  }

  private void tags() {
    if (seen.there().tags().isEmpty()) {
      return;
    }
    Map<String, String> actual = seen.there().tags().get();
    new TreeMap<>(settings.tags().orElse(Map.of()))
        .forEach((name, value) -> {
          if (!value.contains("${") && !value.equals(actual.get(name))) {
            seen.differs(
                "tag",
                Gravity.WARNING,
                "tags." + name,
                Redactor.masking().value(name, value),
                Redactor.masking().value(name, actual.getOrDefault(name, "not set")),
                "a tag" + changed());
          }
        });
  }

  private void layers() {
    if (seen.there().layers().isEmpty() || settings.layers().isEmpty()) {
      return;
    }
    Set<String> expected = new TreeSet<>(settings.layers().get());
    Set<String> actual = new TreeSet<>(seen.there().layers().get());
    if (!expected.equals(actual) && expected.stream().noneMatch(layer -> layer.contains("${"))) {
      seen.differs(
          "layers",
          Gravity.WARNING,
          "layers",
          String.join(", ", expected),
          actual.isEmpty() ? "none" : String.join(", ", actual),
          "what the function has of layers" + changed());
    }
  }

  // Without a signature the file may have been changed instead.
  private String changed() {
    return standing == Meant.Standing.AS_DEPLOYED
        ? " was changed since the deploy"
        : " is not what runfabric.yml says";
  }
}
