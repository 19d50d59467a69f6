package io.runfabric.console.config;

import io.runfabric.console.config.Problem.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The backend kind in effect. In this order: the flag, `backend.kind` of the active stage, that of
/// the top level, the last part of `extensions.statePlugin`, `RUNFABRIC_BACKEND`, `local`.
///
/// @param source where it comes from, as shown to users: `backend.kind`, `RUNFABRIC_BACKEND` …
/// @param value with its origin; the text may still be in the user's spelling
record KindChoice(BackendKind kind, String source, Value value) {

  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("postgresql", "postgres"),
          Map.entry("pg", "postgres"),
          Map.entry("file", "local"),
          Map.entry("filesystem", "local"),
          Map.entry("sqlite3", "sqlite"),
          Map.entry("aws", "s3"),
          Map.entry("minio", "s3"),
          Map.entry("dynamo", "dynamodb"),
          Map.entry("gcp", "gcs"),
          Map.entry("gs", "gcs"),
          Map.entry("azure", "azblob"),
          Map.entry("azureblob", "azblob"),
          Map.entry("blob", "azblob"));

  static KindChoice flagged(String word, Problems problems) {
    Value value = new Value(word.strip(), "flag", false, Place.FILE, Excerpt.of(word));
    return known(value, "--backend", Severity.ERROR, problems);
  }

  /// What the file and the environment say for a stage.
  ///
  /// @param backend the block as that stage sees it
  static KindChoice configured(
      Block backend, Block extensions, Surroundings around, Texts texts, Weight weight) {
    Severity severity = weight == Weight.NEEDED ? Severity.ERROR : Severity.WARNING;
    Optional<Field> kind = backend.field("kind");
    if (kind.isPresent()) {
      Value value = texts.read(kind.get(), weight);
      if (!value.isEmpty()) {
        return known(value, kind.get().key(), severity, around.problems());
      }
    }
    Optional<Field> plugin = extensions.field("statePlugin");
    if (plugin.isPresent()) {
      Value value = texts.read(plugin.get(), weight);
      if (!value.isEmpty()) {
        String word = value.text().substring(value.text().lastIndexOf('-') + 1);
        Value last = new Value(word, value.origin(), value.secret(), value.place(), value.shown());
        return known(last, plugin.get().key(), severity, around.problems());
      }
    }
    return around
        .variable("RUNFABRIC_BACKEND")
        .map(value -> known(value, "RUNFABRIC_BACKEND", severity, around.problems()))
        .orElseGet(() -> new KindChoice(BackendKind.LOCAL, "default", Value.standard("local")));
  }

  private static KindChoice known(
      Value value, String source, Severity severity, Problems problems) {
    Optional<BackendKind> kind = BackendKind.of(value.text());
    if (kind.isEmpty()) {
      problems.add(
          severity,
          value.place(),
          source,
          value.shown(),
          "there is no such backend kind",
          advice(value.text(), BackendKind.words()));
    }
    return new KindChoice(kind.orElse(BackendKind.LOCAL), source, value);
  }

  static String advice(String word, List<String> kinds) {
    String other = OTHER_WORDS.get(word.strip().toLowerCase(Locale.ROOT));
    Optional<String> nearest =
        Optional.ofNullable(other).filter(kinds::contains).or(() -> NearestName.to(word, kinds));
    return nearest.map(name -> "did you mean `" + name + "`? ").orElse("")
        + "Known are "
        + String.join(", ", kinds);
  }
}
