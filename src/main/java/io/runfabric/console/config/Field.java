package io.runfabric.console.config;

/// A key of the file that has a value.
///
/// @param key dotted path from the top of the file
/// @param ofStage whether it stands in an override of the active stage
record Field(String key, YamlNode value, boolean ofStage) {

  Place place() {
    return value.place();
  }

  /// `file line N` or `stage override line N`.
  String origin() {
    return (ofStage ? "stage override line " : "file line ") + place().line();
  }
}
