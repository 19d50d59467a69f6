package io.runfabric.console.config;

import java.util.List;

/// The stage in effect: the flag, else `RUNFABRIC_STAGE`, else `dev`.
record ActiveStage(Value value) {

  private static final String VARIABLE = "RUNFABRIC_STAGE";

  static ActiveStage of(ProjectRequest request, Environment environment, Problems problems) {
    Value value =
        request
            .stage()
            .map(given ->
                new Value(given.strip(), "flag", false, Place.FILE, Excerpt.of(given.strip())))
            .or(() ->
                environment
                    .filled(VARIABLE)
                    .map(text -> Value.variable(text, VARIABLE, environment)))
            .orElseGet(() -> Value.standard("dev"));
    SafeName.flaw(value.text())
        .ifPresent(flaw ->
            problems.error(
                Place.FILE,
                "stage",
                value.shown(),
                "the stage's name " + flaw,
                "choose a stage named like `dev` or `prod-eu`"));
    return new ActiveStage(value);
  }

  String name() {
    return value.text();
  }

  /// Warns of a name that looks like a misspelt one of the file's.
  void warnOfMisspelling(List<String> stages, Problems problems) {
    if (!value.origin().equals("default") && !stages.contains(name())) {
      NearestName.to(name(), stages)
          .ifPresent(nearest ->
              problems.warning(
                  Place.FILE,
                  "stage",
                  value.shown(),
                  "the file names no such stage",
                  "did you mean `" + Excerpt.of(nearest) + "`?"));
    }
  }
}
