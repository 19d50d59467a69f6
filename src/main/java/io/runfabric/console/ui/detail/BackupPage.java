package io.runfabric.console.ui.detail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.backup.BackupFolder.Found;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.Locale;

/// A backup in the project's folder: what is in it, how it came about, and whether it is whole.
final class BackupPage {

  private BackupPage() {}

  static Subject.Tag tag(Found backup) {
    if (backup.encrypted()) {
      return new Subject.Tag("encrypted", Tone.NEUTRAL);
    }
    return switch (backup.state()) {
      case "verified" -> new Subject.Tag("verified", Tone.SUCCESS);
      default -> new Subject.Tag(backup.state(), Tone.DANGER);
    };
  }

  static Detail of(Found backup) {
    return new Detail(List.of(page(backup)), new JsonText(Json.pretty(json(backup))), "");
  }

  private static DetailPage page(Found backup) {
    DetailPage.Builder page = DetailPage.titled("Summary");
    if (!backup.problem().isEmpty()) {
      page.note(Tone.DANGER, "It cannot be restored: " + backup.problem() + ".");
    }
    if (backup.encrypted()) {
      page.note(Tone.NEUTRAL, "It is encrypted, so it was not looked into. Restore it to open it.");
    }
    page.heading("File")
        .mono("Path", backup.file().toString())
        .text("Size", ByteSize.words(backup.fileBytes()))
        .time("Made", backup.time().map(Timestamps::engine2).orElse(""));
    backup.facts().ifPresent(facts -> facts(page, facts));
    return page.build();
  }

  private static void facts(DetailPage.Builder page, SnapshotFacts facts) {
    if (facts.partial()) {
      page.note(
          Tone.WARNING,
          "It is partial: what did not load when it was made is in it as raw bytes only.");
    }
    page.heading("Holds", Texts.count(facts.entries(), "entry", "entries"));
    for (SnapshotPart part : SnapshotPart.values()) {
      if (facts.count(part) > 0) {
        page.text(name(part), Texts.number(facts.count(part)));
      }
    }
    page.heading("Origin")
        .text("Written by", facts.writer().word())
        .text("Service", facts.service())
        .text("Backend", facts.backend());
    facts.scope().ifPresent(scope -> scope(page, scope));
    page.heading("Seal").mono("SHA-256", facts.sha256());
  }

  private static void scope(DetailPage.Builder page, SnapshotScope scope) {
    page.mono("Location", scope.location())
        .text("Scope", scope.wholeProject() ? "whole project" : scope.filterText())
        .text("By", scope.createdBy())
        .text("With", scope.tool());
  }

  private static String name(SnapshotPart part) {
    String word = part.word().toLowerCase(Locale.ROOT);
    return Texts.sentence(part == SnapshotPart.UNREADABLE ? word : word + "s");
  }

  private static ObjectNode json(Found backup) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("path", backup.file().toString());
    json.put("fileBytes", backup.fileBytes());
    json.put("state", backup.state());
    json.put("encrypted", backup.encrypted());
    backup.time().ifPresent(time -> json.put("time", Timestamps.engine2(time)));
    if (!backup.problem().isEmpty()) {
      json.put("problem", backup.problem());
    }
    backup
        .facts()
        .ifPresent(facts -> {
          json.put("writer", facts.writer().word());
          json.put("service", facts.service());
          json.put("backend", facts.backend());
          json.put("createdAt", facts.createdAt());
          json.put("sha256", facts.sha256());
          json.put("partial", facts.partial());
          ObjectNode counts = json.putObject("counts");
          for (SnapshotPart part : SnapshotPart.values()) {
            counts.put(part.field(), facts.count(part));
          }
        });
    return json;
  }
}
