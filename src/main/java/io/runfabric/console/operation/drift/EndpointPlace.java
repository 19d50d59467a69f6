package io.runfabric.console.operation.drift;

/// Where a URL was found.
///
/// @param path within the document, such as `outputs.url`
/// @param url as it may be shown
record EndpointPlace(Deployed deployed, String path, String url) {

  /// For people, such as `outputs.url of receipt dev`.
  String name() {
    return path + " of " + deployed.name();
  }

  DriftFinding finding(
      String rule, Gravity gravity, String expected, String actual, String sentence, String step) {
    return deployed.finding(
        Against.ENDPOINTS, rule, gravity, path, expected, actual, sentence, step);
  }
}
