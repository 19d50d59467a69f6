package io.runfabric.console.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads text values: references replaced, white space around them dropped, flaws reported.
record Texts(Interpolation interpolation, Problems problems) {

  Texts forStage(String stage) {
    return new Texts(interpolation.forStage(stage), problems);
  }

  /// The value, [Value#UNUSABLE] when it is no text or does not resolve.
  Value read(Field field, Weight weight) {
    Optional<String> written = field.value().text();
    if (written.isEmpty()) {
      String name = field.key().substring(field.key().lastIndexOf('.') + 1);
      problems.error(
          field.place(),
          field.key(),
          field.value().description(),
          "this must be text, not " + field.value().description(),
          "write `" + name + ": <text>` on one line");
      return Value.UNUSABLE;
    }
    Interpolated resolved = interpolation.of(written.get());
    for (Interpolated.Flaw flaw : resolved.flaws()) {
      weight
          .severity(flaw.gravity())
          .ifPresent(severity ->
              problems.add(
                  severity, field.place(), field.key(), flaw.quoted(), flaw.message(), flaw.fix()));
    }
    if (resolved.broken()) {
      return Value.UNUSABLE;
    }
    List<String> origins = new ArrayList<>(List.of(field.origin()));
    origins.addAll(resolved.sources());
    return new Value(
        resolved.text().strip(),
        String.join(", ", origins),
        resolved.secret(),
        field.place(),
        Excerpt.of(written.get()));
  }
}
