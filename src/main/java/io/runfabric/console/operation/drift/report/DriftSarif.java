package io.runfabric.console.operation.drift.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.user.Program;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A report as SARIF 2.1.0, which code scanning shows: a rule for each kind of finding, a result
/// for each finding, at the project's configuration. What was not checked is told as warnings of
/// the tool.
record DriftSarif(Redactor redactor) {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String INFORMATION = "https://github.com/runfabric/runfabric";

  String of(DriftReport report, DriftFile.About about) {
    SarifRules rules = new SarifRules();
    ArrayNode results = Json.MAPPER.createArrayNode();
    for (DriftFinding finding : report.findings()) {
      state(result(results, rules, finding, about), report, finding, "new");
    }
    for (DriftFinding finding : report.known()) {
      state(result(results, rules, finding, about), report, finding, "unchanged");
    }
    for (IgnoredFinding one : report.ignored()) {
      ObjectNode result = result(results, rules, one.finding(), about);
      boolean had = report.baseline().filter(since -> since.had(one.finding().id())).isPresent();
      state(result, report, one.finding(), had ? "unchanged" : "new");
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("justification", redactor.text(one.reason()) + " (until " + one.until() + ")");
    }
    for (DriftBaseline.Past past : report.resolved()) {
      resolved(results, rules, past, about);
    }
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "RunFabric Console").put("version", Program.version());
    driver.put("informationUri", INFORMATION);
    driver.set("rules", rules.json());
    run.putObject("automationDetails").put("id", "drift/" + about.service() + "/");
    invocation(run.putArray("invocations").addObject(), report, about);
    run.set("results", results);
    return Json.pretty(document);
  }

  private void invocation(ObjectNode invocation, DriftReport report, DriftFile.About about) {
    invocation.put("executionSuccessful", true).put("endTimeUtc", about.time());
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (DriftReport.NotChecked one : report.notChecked()) {
      notifications
          .addObject()
          .put("level", "warning")
          .putObject("message")
          .put("text", text(one.what() + " was not checked: " + one.reason()));
    }
  }

  private ObjectNode result(
      ArrayNode results, SarifRules rules, DriftFinding finding, DriftFile.About about) {
    String level = SarifRules.level(finding.gravity().word());
    ObjectNode result = results.addObject();
    rules.name(result, finding.against().word(), finding.rule(), level);
    result.put("level", level);
    result.putObject("message").put("text", text(finding.sentence()));
    place(result, redactor.text(finding.entry()), redactor.text(finding.path()), about);
    result.putObject("partialFingerprints").put("finding/v1", finding.id());
    ObjectNode properties = result.putObject("properties");
    optional(properties, "stage", finding.stage());
    optional(properties, "expected", redactor.text(finding.expected()));
    optional(properties, "actual", redactor.text(finding.actual()));
    optional(properties, "evidence", redactor.text(finding.evidence()));
    optional(properties, "step", redactor.text(finding.step()));
    return result;
  }

  // Of what is gone only what the baseline said is known.
  private void resolved(
      ArrayNode results, SarifRules rules, DriftBaseline.Past past, DriftFile.About about) {
    String level = SarifRules.level(past.severity());
    ObjectNode result = results.addObject();
    rules.name(result, past.category(), past.rule(), level);
    result.put("level", level);
    result.putObject("message").put("text", text(past.sentence()));
    place(result, redactor.text(past.entry()), redactor.text(past.path()), about);
    result.putObject("partialFingerprints").put("finding/v1", past.id());
    result.put("baselineState", "absent");
  }

  private static void state(
      ObjectNode result, DriftReport report, DriftFinding finding, String state) {
    if (report.baseline().isPresent()) {
      result.put("baselineState", state);
    }
    if (report.expired().containsKey(finding.id())) {
      result
          .withObject("/properties")
          .put("ignoredUntil", report.expired().get(finding.id()).toString());
    }
  }

  private void place(ObjectNode result, String entry, String path, DriftFile.About about) {
    ObjectNode location = result.putArray("locations").addObject();
    location
        .putObject("physicalLocation")
        .putObject("artifactLocation")
        .put("uri", uri(about.configuration()));
    ArrayNode logical = location.putArray("logicalLocations");
    logical.addObject().put("name", entry).put("fullyQualifiedName", entry).put("kind", "object");
    if (!path.isEmpty()) {
      logical
          .addObject()
          .put("name", path)
          .put("fullyQualifiedName", entry + "/" + path)
          .put("kind", "property");
    }
  }

  private static String uri(String path) {
    return Arrays.stream(path.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  // In a message `[text](target)` is a link (section 3.11.6); no value is to make one.
  private String text(String told) {
    return redactor.text(told).replace("](", "] (");
  }

  private static void optional(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
