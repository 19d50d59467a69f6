package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/// The one JSON document a command prints: `{"ok": true, "command", "formatVersion": 1, "result"}`,
/// or `{"ok": false, …, "error": {"code", "message", "hint"?, "details"?}}`. A result is held back
/// until it is whole, so `ok` is never said too early.
public final class JsonEnvelope {

  /// The version of the result's format; grows when a field changes its meaning or goes away.
  private static final int FORMAT_VERSION = 1;

  private JsonEnvelope() {}

  /// Writes the fields of the result; the surrounding object is open.
  public interface Result {
    void write(JsonGenerator json) throws Exception;
  }

  /// Prints a result.
  ///
  /// @throws Exception what producing the result threw; nothing has been printed then
  public static void result(PrintStream out, String command, Result result) throws Exception {
    try (Spool spool = new Spool()) {
      try (JsonGenerator json = generator(spool)) {
        json.writeStartObject();
        result.write(json);
        json.writeEndObject();
      }
      out.print("{\"ok\":true,\"command\":" + quoted(command));
      out.print(",\"formatVersion\":" + FORMAT_VERSION + ",\"result\":");
      spool.copyTo(out);
      out.println("}");
      out.flush();
    }
  }

  /// Prints an error.
  public static void error(
      PrintStream out,
      String command,
      String code,
      String message,
      String hint,
      Optional<JsonNode> details) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", message);
    if (!hint.isEmpty()) {
      error.put("hint", hint);
    }
    details.ifPresent(node -> error.set("details", node));
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("ok", false).put("command", command).put("formatVersion", FORMAT_VERSION);
    document.set("error", error);
    out.println(Json.line(document));
    out.flush();
  }

  private static JsonGenerator generator(Spool spool) throws IOException {
    return Json.MAPPER
        .createGenerator(spool)
        .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }
}
