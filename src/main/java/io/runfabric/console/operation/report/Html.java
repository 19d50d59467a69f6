package io.runfabric.console.operation.report;

import io.runfabric.console.model.Unseen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Writes HTML in which a value is always text. This is the one place that escapes: names of
/// elements and attributes come from code, everything else goes through here.
public final class Html {

  private static final Map<Integer, String> ESCAPES =
      Map.of(
          (int) '&',
          "&amp;",
          (int) '<',
          "&lt;",
          (int) '>',
          "&gt;",
          (int) '"',
          "&quot;",
          (int) '\'',
          "&#39;");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Begins a document.
  public Html() {
    out.append("<!DOCTYPE html>\n");
  }

  /// Begins an element.
  ///
  /// @param attributes names and values in turn
  public Html open(String name, String... attributes) {
    return begin(name, attributes).push(name);
  }

  /// An element that has no end, such as `meta`.
  public Html empty(String name, String... attributes) {
    return begin(name, attributes);
  }

  /// An element with a text.
  public Html leaf(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /// A text.
  public Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /// A style sheet or a script: in these nothing is escaped, so they come from this program and
  /// hold no value.
  public Html code(String name, String code, String... attributes) {
    begin(name, attributes);
    out.append(code).append("</").append(name).append(">\n");
    return this;
  }

  /// Ends the element begun last.
  public Html close() {
    out.append("</").append(open.pop()).append(">");
    return this;
  }

  /// Ends the element begun last, which stands on lines of its own.
  public Html end() {
    close();
    out.append('\n');
    return this;
  }

  /// The document.
  public String document() {
    while (!open.isEmpty()) {
      end();
    }
    return out.toString();
  }

  private Html begin(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  private Html push(String name) {
    open.push(name);
    return this;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          String escape = ESCAPES.get(c);
          if (escape != null) {
            safe.append(escape);
          } else if (unseen(c)) {
            safe.append(Unseen.number(c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  // What HTML forbids, and what would turn the reading direction or hide between letters, is shown
  // by its number. Joiners stay: letters and emoji need them.
  private static boolean unseen(int c) {
    boolean kept = c == '\n' || c == '\t' || c == 0x200c || c == 0x200d;
    return (Unseen.is(c) && !kept) || (c & 0xfffe) == 0xfffe;
  }
}
