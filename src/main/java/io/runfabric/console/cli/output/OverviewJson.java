package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.operation.Overview.StageLine;
import java.io.IOException;
import java.util.Locale;

/// The overview for scripts.
public final class OverviewJson {

  private OverviewJson() {}

  public static void write(JsonGenerator json, Overview overview) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("receipts", overview.receipts());
    json.writeNumberField("records", overview.records());
    json.writeNumberField("unreadable", overview.unreadable());
    json.writeNumberField("locksHeld", overview.locksHeld());
    json.writeNumberField("locksStale", overview.locksStale());
    json.writeNumberField("locksUnreadable", overview.locksUnreadable());
    json.writeNumberField("journalsInterrupted", overview.journalsInterrupted());
    json.writeNumberField("journalsUnreadable", overview.journalsUnreadable());
    json.writeEndObject();
    json.writeArrayFieldStart("attention");
    for (Attention item : overview.attention()) {
      json.writeStartObject();
      json.writeStringField("severity", item.severity().name().toLowerCase(Locale.ROOT));
      json.writeStringField("kind", item.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("subject", item.subject());
      json.writeStringField("message", item.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("stages");
    for (StageLine stage : overview.stages()) {
      json.writeStartObject();
      json.writeStringField("stage", stage.stage());
      StateJson.texts(json, "providers", stage.providers());
      json.writeStringField("updatedAt", stage.updatedAt());
      json.writeNumberField("entries", stage.entries());
      json.writeNumberField("unreadable", stage.unreadable());
      json.writeStringField("lock", stage.lock().isEmpty() ? "free" : stage.lock());
      json.writeBooleanField("interrupted", stage.interrupted());
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.otherServices(json, overview.otherServices());
  }
}
