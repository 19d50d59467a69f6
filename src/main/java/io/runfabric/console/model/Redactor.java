package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The one place that decides what of a document may be seen.
///
/// A value is masked when its key names something secret (at any depth: everything below it), or
/// when the text itself carries a credential: a password in a URL or a connection string, a signed
/// query, a bearer token, a private key. References such as `vault://path` or `${env:NAME}` are no
/// secrets and stay.
public final class Redactor {

  /// What stands for a hidden value; the word the engine itself writes.
  public static final String MASK = "[REDACTED]";

  private static final Pattern SENSITIVE_KEY =
      Pattern.compile(
          "secret|token|password|passwd|passphrase|\\bpwd\\b|credential|private|api.?key|access.?key"
              + "|\\block.?id\\b|account.?key|session|authorization|connection.?string(?!Env\\b)|\\bdsn\\b|signature$(?<!configSignature)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{[^}]*}|(?:secret|aws-sm|gcp-sm|azure-kv|vault)://[A-Za-z0-9_./#:-]*");

  private static final Pattern STRUCTURED = Pattern.compile("\\s*[{\\[]");

  private static final int MOST_ROUNDS = 8;

  private static final Redactor MASKING = new Redactor(true);
  private static final Redactor REVEALING = new Redactor(false);

  private final boolean masks;

  private Redactor(boolean masks) {
    this.masks = masks;
  }

  /// Hides what is sensitive: the default everywhere.
  public static Redactor masking() {
    return MASKING;
  }

  /// Shows everything: only when the user asked for it in so many words.
  public static Redactor revealing() {
    return REVEALING;
  }

  /// Whether values under this key are hidden.
  public static boolean sensitive(String key) {
    return SENSITIVE_KEY.matcher(key).find();
  }

  /// The value as it may be shown under its key.
  public String value(String key, String value) {
    if (!masks || value.isEmpty()) {
      return value;
    }
    return sensitive(key) && !isReference(value) ? MASK : seen(value);
  }

  /// The values as they may be shown, in the map's order.
  public Map<String, String> values(Map<String, String> values) {
    Map<String, String> shown = new LinkedHashMap<>();
    values.forEach((key, value) -> shown.put(key, value(key, value)));
    return shown;
  }

  /// Free text, such as a message or a document that does not parse, as it may be shown.
  public String text(String text) {
    if (!masks) {
      return text;
    }
    // Where quotes do not pair, a mask may bring to light what is another pair.
    String shown = text;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      String next = Credentials.masked(SensitivePairs.masked(shown));
      if (next.equals(shown)) {
        break;
      }
      shown = next;
    }
    return shown;
  }

  /// A failure's stack trace as it may be shown: its messages may quote what nobody looked at.
  public String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text(text.toString());
  }

  /// A document as it may be shown. The argument is not changed.
  public JsonNode document(JsonNode document) {
    return masks ? masked("", document) : document;
  }

  private static JsonNode masked(String key, JsonNode node) {
    if (sensitive(key)) {
      return hidden(node);
    }
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          copy.set(field.getKey(), masked(field.getKey(), field.getValue()));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> copy.add(masked(key, element)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(seen(text.textValue()));
      case JsonNode other -> other;
    };
  }

  /// Everything below a sensitive key, keeping the shape so that a reader sees what is there.
  private static JsonNode hidden(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          copy.set(field.getKey(), hidden(field.getValue()));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> copy.add(hidden(element)));
        yield copy;
      }
      case TextNode text when text.textValue().isEmpty() || isReference(text.textValue()) -> text;
      case JsonNode other when other.isNull() -> other;
      case JsonNode _ -> TextNode.valueOf(MASK);
    };
  }

  /// A text under a harmless key. Engines keep lists and maps as JSON within a text, where keys
  /// have their meaning again; elsewhere a colon is no sign of a key, as in the ARN of a secret.
  private static String seen(String text) {
    boolean document = STRUCTURED.matcher(text).lookingAt();
    return Credentials.masked(document ? SensitivePairs.masked(text) : text);
  }

  private static boolean isReference(String value) {
    return REFERENCE.matcher(value).matches();
  }
}
