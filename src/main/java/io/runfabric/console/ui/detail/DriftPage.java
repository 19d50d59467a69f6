package io.runfabric.console.ui.detail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Optional;

/// A finding of drift: what should be beside what is, how one can tell, what to do. Secrets stay
/// hidden here whatever is revealed elsewhere.
public final class DriftPage {

  private DriftPage() {}

  /// The colour of what is as grave as this.
  public static Tone tone(Gravity gravity) {
    return switch (gravity) {
      case CRITICAL -> Tone.DANGER;
      case WARNING -> Tone.WARNING;
      case INFO -> Tone.ACCENT;
    };
  }

  static Subject.Tag tag(Gravity gravity) {
    return new Subject.Tag(gravity.word(), tone(gravity));
  }

  static Detail of(DriftFinding finding, Optional<IgnoredFinding> agreement) {
    DetailPage.Builder page = DetailPage.titled("Finding");
    page.note(
        agreement.isPresent() ? Tone.NEUTRAL : tone(finding.gravity()),
        sentence(finding.sentence()));
    // Where only what is can be told, the evidence tells it.
    if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
      page.sideBySide("Expected", shown(finding.expected()), "Actual", shown(finding.actual()));
    }
    agreement.ifPresent(agreed ->
        page.heading("Ignored")
            .text("Reason", shown(agreed.reason()))
            .text("Until", agreed.until().toString()));
    page.heading("Where")
        .text("Entry", shown(finding.entry()))
        .text("Stage", finding.stage())
        .mono("Path", finding.path())
        .text("Compared with", finding.against().word())
        .text("Rule", finding.rule())
        .mono("Id", finding.id());
    if (!finding.evidence().isEmpty()) {
      page.heading("Seen").note(Tone.NEUTRAL, sentence(finding.evidence()));
    }
    if (!finding.step().isEmpty()) {
      page.heading("What helps").command(shown(finding.step()));
    }
    return new Detail(List.of(page.build()), new JsonText(Json.pretty(json(finding))), "");
  }

  static Detail of(NotChecked unchecked) {
    DetailPage page =
        DetailPage.titled("Not checked")
            .note(
                Tone.NEUTRAL,
                "Nobody looked at this, so it is neither good nor bad: "
                    + shown(unchecked.reason())
                    + ".")
            .heading("Where")
            .text("What", shown(unchecked.what()))
            .text("Compared with", unchecked.against().word())
            .build();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("against", unchecked.against().word());
    json.put("what", shown(unchecked.what()));
    json.put("reason", shown(unchecked.reason()));
    return new Detail(List.of(page), new JsonText(Json.pretty(json)), "");
  }

  private static String sentence(String text) {
    String words = Texts.sentence(shown(text));
    return words.endsWith(".") ? words : words + ".";
  }

  private static String shown(String text) {
    return Redactor.masking().text(text);
  }

  private static ObjectNode json(DriftFinding finding) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", finding.id());
    json.put("category", finding.against().word());
    json.put("rule", finding.rule());
    json.put("severity", finding.gravity().word());
    json.put("entry", shown(finding.entry()));
    json.put("stage", finding.stage());
    json.put("path", finding.path());
    json.put("expected", shown(finding.expected()));
    json.put("actual", shown(finding.actual()));
    json.put("sentence", shown(finding.sentence()));
    json.put("evidence", shown(finding.evidence()));
    json.put("step", shown(finding.step()));
    return json;
  }
}
