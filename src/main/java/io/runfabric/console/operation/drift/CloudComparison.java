package io.runfabric.console.operation.drift;

import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.Artifact;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.Trait;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// One entry with what its provider says of its resources. Against the receipt: code, address, time
/// of the last change. Against `runfabric.yml`, where it still says what was deployed: its
/// settings.
///
/// @param loaded the configuration for the entry's stage, if it loads
record CloudComparison(Receipt receipt, Optional<LoadedProject> loaded) {

  /// A deploy writes the receipt after it has changed the last resource; clocks differ.
  private static final Duration SKEW = Duration.ofMinutes(5);

  void compare(SeenResource seen) {
    seen.there().unclear().forEach(seen::notChecked);
    if (!seen.there().trouble().isEmpty()) {
      seen.differs(
          "trouble",
          Gravity.CRITICAL,
          "state",
          "working",
          seen.there().trouble(),
          "the provider itself says that something is wrong with it");
    }
    modified(seen);
    url(seen);
    address(seen);
    function(seen.resource()).ifPresent(function -> function(seen, function));
  }

  private Optional<DeployedFunction> function(Resource resource) {
    return receipt.functions().stream()
        .filter(function -> !resource.function().isEmpty())
        .filter(function -> function.function().equals(resource.function()))
        .findFirst();
  }

  private void modified(SeenResource seen) {
    var deployedAt = Timestamps.parse(receipt.updatedAt());
    if (seen.there().modified().isPresent()
        && deployedAt.isPresent()
        && seen.there().modified().get().isAfter(deployedAt.get().plus(SKEW))) {
      seen.differs(
          "modified",
          Gravity.WARNING,
          "modified",
          "not after " + Timestamps.engine2(deployedAt.get()),
          Timestamps.engine2(seen.there().modified().get()),
          "it was changed after the deploy that the receipt records");
    }
  }

  private void url(SeenResource seen) {
    Optional<String> actual = Optional.ofNullable(seen.there().traits().get(Trait.URL));
    String recorded =
        seen.resource().path().startsWith("outputs.")
            ? receipt
                .outputs()
                .getOrDefault(seen.resource().path().substring("outputs.".length()), "")
            : receipt.outputs().getOrDefault("url_" + seen.resource().function(), "");
    if (actual.isPresent() && !recorded.isEmpty() && !same(actual.get(), recorded)) {
      seen.differs(
          "url",
          Gravity.WARNING,
          "url",
          recorded,
          actual.get(),
          "it answers elsewhere than the receipt says");
    }
  }

  // An API's address is told without the path that the receipt may add.
  private static boolean same(String actual, String recorded) {
    String a = actual.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    String r = recorded.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    return r.equals(a) || r.startsWith(a + "/");
  }

  private void address(SeenResource seen) {
    String recorded = receipt.outputs().getOrDefault("ingress.ip", "");
    Optional.ofNullable(seen.there().traits().get(Trait.ADDRESS))
        .filter(actual -> !recorded.isEmpty() && !actual.equals(recorded))
        .ifPresent(actual ->
            seen.differs(
                "address",
                Gravity.WARNING,
                "address",
                recorded,
                actual,
                "the load balancer has another address than the receipt says"));
  }

  private void function(SeenResource seen, DeployedFunction function) {
    code(seen, function);
    Optional<Meant> meant = loaded.flatMap(config -> Meant.of(config, function.function()));
    if (meant.isEmpty()) {
      seen.notChecked(
          "settings",
          loaded.isEmpty()
              ? "the configuration does not load for this stage"
              : "runfabric.yml does not declare the function");
      return;
    }
    Meant.Standing standing = meant.get().standing(function);
    if (standing == Meant.Standing.CHANGED) {
      seen.notChecked(
          "settings",
          "runfabric.yml was changed since the deploy, so it does not say what should run");
      return;
    }
    new SettingsComparison(seen, meant.get().settings(), standing).compare(meant.get());
  }

  private void code(SeenResource seen, DeployedFunction function) {
    Optional<String> actual =
        Optional.ofNullable(seen.there().traits().get(Trait.CODE_SHA256))
            .flatMap(CloudComparison::hex);
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
      seen.notChecked("code", "the receipt holds no SHA-256 of the package");
    } else if (!expected.equals(actual)) {
      seen.differs(
          "code",
          Gravity.CRITICAL,
          Trait.CODE_SHA256.word(),
          expected.get(),
          actual.get(),
          "other code runs than was deployed");
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
}
