package io.runfabric.console.model;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/// The one JSON mapper. Numbers keep their digits, nesting ends at 500, trailing text is refused;
/// what it writes may be printed on a terminal.
public final class Json {

  private static final int DEEPEST_NESTING = 500;

  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST_NESTING)
                          .maxNumberLength(1_000)
                          .build())
                  .characterEscapes(new JsonEscapes())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature())
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /// Reads one JSON object.
  ///
  /// @throws UnreadableDocumentException with the place of the first error, or with what was found
  ///   instead of an object
  public static ObjectNode object(byte[] content) throws UnreadableDocumentException {
    if (blank(content)) {
      throw new UnreadableDocumentException(
          content.length == 0 ? "the document is empty" : "the document holds only white space");
    }
    if (!startsAsUtf8(content)) {
      throw new UnreadableDocumentException(
          "not plain UTF-8: it starts with a byte order mark, a zero byte or as UTF-16");
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(content);
    } catch (StreamConstraintsException _) {
      throw new UnreadableDocumentException(
          "nested deeper than " + DEEPEST_NESTING + " levels, or a number over 1,000 digits");
    } catch (MismatchedInputException _) {
      // Readers differ in which of them counts, and a store that keeps JSON keeps one.
      throw new UnreadableDocumentException("a key stands twice in one object");
    } catch (JsonProcessingException e) {
      throw new UnreadableDocumentException(whereItBreaks(e, content.length));
    } catch (NumberFormatException _) {
      throw new UnreadableDocumentException("a number with an exponent that no number has");
    } catch (IOException _) {
      throw new UnreadableDocumentException("not valid UTF-8 text");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new UnreadableDocumentException(
        "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT) + ", not an object");
  }

  /// Text of a document on one line.
  public static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parsed document can be written", e);
    }
  }

  /// Indented text of a document.
  public static String pretty(JsonNode node) {
    try {
      return PRETTY.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parsed document can be written", e);
    }
  }

  private static boolean blank(byte[] content) {
    for (byte b : content) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  // The engines read UTF-8 without a mark only; the parser would detect more by itself.
  private static boolean startsAsUtf8(byte[] content) {
    int first = content[0] & 0xff;
    boolean zeroByte = first == 0 || (content.length > 1 && content[1] == 0);
    return !zeroByte && first != 0xef && first != 0xfe && first != 0xff;
  }

  private static String whereItBreaks(JsonProcessingException e, int length) {
    // The parser's own message may quote the document, so only the place is told.
    if (e instanceof com.fasterxml.jackson.core.io.JsonEOFException) {
      return "not valid JSON: it ends after " + length + " bytes, in the middle of a value";
    }
    var place = e.getLocation();
    return place == null
        ? "not valid JSON"
        : "not valid JSON at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
