package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.history.History;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.operation.history.Side;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;

/// What an entry was, for people and for scripts.
public record HistoryOutput(PrintStream out, boolean coloured, Instant now) {

  public void print(History history) {
    out.println(Style.HEADING.paint(Plain.text(history.entry().name()), coloured));
    if (!history.stored()) {
      out.println(Style.WARNING.paint("It is not stored now.", coloured));
    }
    try (TextTable table =
        new TextTable(
            out, coloured, "VERSION", "WRITTEN", "AGE", "SIZE", "DIGEST", "BY", "KEPT IN")) {
      for (KeptVersion version : history.versions()) {
        table.row(
            new Cell(version.side().word(), version.now() ? Style.GOOD : Style.PLAIN),
            Cell.of(version.at().map(at -> Timestamps.shown(Timestamps.engine2(at))).orElse("-")),
            Cell.faint(version.at().map(at -> Timestamps.relative(at, now)).orElse("")),
            version.deletion()
                ? new Cell("removed", Style.WARNING)
                : Cell.of(version.size() + " B"),
            Cell.of(version.digest().isEmpty() ? "-" : version.shortDigest()),
            Cell.of(version.by().isEmpty() ? "-" : version.by()),
            Cell.faint(String.join(", ", version.foundIn())));
      }
    }
    if (history.versions().isEmpty()) {
      out.println("Nothing is kept of it.");
    }
    if (!history.store().isEmpty()) {
      out.println(Plain.text(history.store()));
    }
    history.unseen().forEach(line -> out.println(Style.WARNING.paint(Plain.text(line), coloured)));
  }

  public static void json(JsonGenerator json, History history) throws IOException {
    json.writeStringField("entry", history.entry().name());
    json.writeStringField("key", history.entry().ref().key());
    json.writeBooleanField("stored", history.stored());
    json.writeArrayFieldStart("versions");
    for (KeptVersion version : history.versions()) {
      json.writeStartObject();
      json.writeStringField("version", version.side().word());
      StateJson.optional(json, "at", version.at().map(Timestamps::engine2).orElse(""));
      json.writeNumberField("sizeBytes", version.size());
      StateJson.optional(json, "digest", version.digest().map(Revision::value).orElse(""));
      json.writeBooleanField("now", version.now());
      json.writeBooleanField("deletion", version.deletion());
      StateJson.optional(json, "by", version.by());
      if (version.side() instanceof Side.Backup(var file)) {
        json.writeStringField("file", file.toString());
      }
      StateJson.texts(json, "keptIn", version.foundIn());
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.optional(json, "remark", history.store());
    StateJson.texts(json, "notLookedInto", history.unseen());
  }
}
