package io.runfabric.console.operation.drift;

import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.There;

/// A resource of an entry as its provider describes it, and where what is found of it goes.
record SeenResource(Deployed deployed, Resource resource, There there, Findings findings) {

  void differs(
      String rule, Gravity gravity, String path, String expected, String actual, String sentence) {
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
            .withEvidence(evidence()));
  }

  private String evidence() {
    String name = resource.kind() + " " + resource.name();
    return there.evidence().isEmpty() ? name : name + ", " + String.join(", ", there.evidence());
  }

  /// @param part of the resource, such as `code`
  void notChecked(String part, String reason) {
    findings.notChecked(
        Against.PROVIDER,
        part + " of " + resource.kind() + " " + resource.name() + " in " + deployed.name(),
        reason);
  }
}
