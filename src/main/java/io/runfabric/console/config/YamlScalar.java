package io.runfabric.console.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Writes text as a scalar on one line.
final class YamlScalar {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");

  private YamlScalar() {}

  /// @param style what stood there before, kept where the text allows it
  static String of(String text, ScalarStyle style) {
    if (!printable(text)) {
      return doubleQuoted(text);
    }
    return switch (style) {
      case DOUBLE_QUOTED -> doubleQuoted(text);
      case SINGLE_QUOTED -> singleQuoted(text);
      case PLAIN, LITERAL, FOLDED, JSON_SCALAR_STYLE -> plain(text) ? text : singleQuoted(text);
    };
  }

  // Plain text that a parser takes for a number or for true would not be text any more.
  private static boolean plain(String text) {
    return PLAIN.matcher(text).matches()
        && new Resolver().resolve(NodeId.scalar, text, true).equals(Tag.STR);
  }

  private static boolean printable(String text) {
    return text.codePoints()
        .noneMatch(c ->
            c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c == 0xfffe
                || c == 0xffff
                || (c >= 0xd800 && c <= 0xdfff));
  }

  private static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
          } else if (!printable(Character.toString(c))) {
            out.append("\\U%08x".formatted(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append('"').toString();
  }
}
