package io.runfabric.console.operation.drift;

import io.runfabric.console.operation.drift.DriftReport.Endpoint;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import java.util.ArrayList;
import java.util.List;

/// What the checks find, and what they could not look at. Safe for use by several threads.
final class Findings {

  private final List<DriftFinding> found = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  synchronized void add(DriftFinding finding) {
    found.add(finding);
  }

  /// Something that was not looked at: never to be taken for good.
  ///
  /// @param what such as `functions of receipt dev`
  synchronized void notChecked(Against against, String what, String reason) {
    notChecked.add(new NotChecked(against, what, reason));
  }

  /// A URL that was asked.
  synchronized void asked(Endpoint endpoint) {
    endpoints.add(endpoint);
  }

  List<DriftFinding> found() {
    return found;
  }

  List<NotChecked> notChecked() {
    return notChecked;
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }
}
