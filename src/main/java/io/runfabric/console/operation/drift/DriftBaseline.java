package io.runfabric.console.operation.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftReport.SinceBaseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An earlier report. What it found already does not count again, so that a check can stop what is
/// new without everything old being mended first.
///
/// @param past what it found; what it says was ignored is not among it, since that is to count
///   again once it is ignored no more
public record DriftBaseline(List<Past> past) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

  /// A finding of the earlier report, as it was written.
  public record Past(
      String id,
      String category,
      String rule,
      String severity,
      String entry,
      String stage,
      String path,
      String sentence) {}

  /// Reads a report as it is written in JSON, or as a command prints it.
  ///
  /// @param service the report has to be about; ids of different services are alike
  /// @throws UnreadableDocumentException when it is no such report
  public static DriftBaseline read(Path file, String service)
      throws IOException, UnreadableDocumentException {
    ObjectNode json = Json.object(Files.readAllBytes(file));
    JsonNode report = json.path("result").isObject() ? json.path("result") : json;
    if (!report.path("findings").isArray() || !report.path("counts").isObject()) {
      throw new UnreadableDocumentException("it has no findings and counts");
    }
    if (!report.path("service").asText("").equals(service)) {
      throw new UnreadableDocumentException("it is about another service than " + service);
    }
    List<Past> past = new ArrayList<>();
    for (String list : List.of("findings", "known")) {
      for (JsonNode finding : report.path(list)) {
        past.add(past(finding));
      }
    }
    return new DriftBaseline(List.copyOf(past));
  }

  private static Past past(JsonNode finding) throws UnreadableDocumentException {
    String id = text(finding, "id");
    if (!ID.matcher(id).matches()) {
      throw new UnreadableDocumentException("it has a finding without an id");
    }
    return new Past(
        id,
        text(finding, "category"),
        text(finding, "rule"),
        text(finding, "severity"),
        text(finding, "entry"),
        text(finding, "stage"),
        text(finding, "path"),
        text(finding, "sentence"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  /// The report with only what is new counting.
  ///
  /// @param filter what was looked at: only of that something can be gone
  public DriftReport applied(DriftReport report, StateFilter filter) {
    Set<String> known = past.stream().map(Past::id).collect(Collectors.toSet());
    Set<String> now =
        Stream.concat(
                report.findings().stream().map(DriftFinding::id),
                report.ignored().stream().map(one -> one.finding().id()))
            .collect(Collectors.toSet());
    return new DriftReport(
        report.against(),
        report.entries(),
        report.findings().stream().filter(finding -> !known.contains(finding.id())).toList(),
        report.ignored(),
        report.expired(),
        report.notChecked(),
        report.otherServices(),
        report.endpoints(),
        Optional.of(
            new SinceBaseline(
                known,
                report.findings().stream().filter(one -> known.contains(one.id())).toList(),
                past.stream()
                    .filter(one -> !now.contains(one.id()))
                    .filter(one -> lookedAtAgain(one, report, filter))
                    .toList())));
  }

  // What was not looked at is not gone: it cannot be seen.
  private static boolean lookedAtAgain(Past past, DriftReport report, StateFilter filter) {
    boolean within =
        filter.service().isEmpty()
            && filter.provider().isEmpty()
            && filter.stage().filter(stage -> !stage.equals(past.stage())).isEmpty();
    return within
        && report.against().stream().anyMatch(one -> one.word().equals(past.category()))
        && report.notChecked().stream().noneMatch(one -> hides(one, past))
        && report.entries().stream()
            .noneMatch(one -> !one.error().isEmpty() && one.stage().equals(past.stage()));
  }

  // What names no entry, such as `everything`, may be about any of them; a signature hides nothing
  // but what signatures tell.
  private static boolean hides(NotChecked one, Past past) {
    if (!one.against().word().equals(past.category())) {
      return false;
    }
    boolean namesEntry = one.what().contains("receipt ") || one.what().contains("record ");
    boolean signature = one.what().startsWith("signature of ");
    return signature
        ? past.rule().equals("signature") && one.what().contains(past.entry())
        : !namesEntry || one.what().contains(past.entry());
  }
}
