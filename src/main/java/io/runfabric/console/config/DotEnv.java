package io.runfabric.console.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `.env` beside a project file: `NAME=value` lines, `#` comments, an optional `export `, one
/// layer of matching quotes stripped. Values are taken as they stand: no escapes, no references,
/// and a `#` after a value belongs to it. The last of two lines with one name wins. Nothing in it
/// keeps a project from opening; what cannot be used is a warning.
final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([^\\s=#][^\\s=]*)\\s*=(.*)", Pattern.DOTALL);

  private DotEnv() {}

  static Map<String, String> beside(Path file, Problems problems) {
    Path dotEnv = file.resolveSibling(".env");
    if (!Files.exists(dotEnv, LinkOption.NOFOLLOW_LINKS)) {
      return Map.of();
    }
    try {
      Links.requireInside(Objects.requireNonNull(file.getParent()), dotEnv);
      return parse(dotEnv, TextFile.read(dotEnv), problems);
    } catch (UnreadableTextException e) {
      problems.warningIn(dotEnv, e.place(), "", e.problem() + "; it is left out", e.fix());
      return Map.of();
    } catch (IOException e) {
      String reason = e instanceof Links.Refused refused ? refused.getReason() : "not readable";
      problems.warningIn(
          dotEnv,
          Place.FILE,
          "",
          "this is " + reason + "; it is left out",
          "copy what it leads to, or set the variables in the environment");
      return Map.of();
    }
  }

  private static Map<String, String> parse(Path dotEnv, String text, Problems problems) {
    Map<String, String> values = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher pair = LINE.matcher(line);
      if (pair.matches()) {
        values.put(pair.group(1), unquoted(pair.group(2).strip()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        problems.warningIn(
            dotEnv,
            new Place(i + 1, 1),
            "",
            "this line is not `NAME=value`; it is left out",
            "write `NAME=value`, or begin the line with `#`");
      }
    }
    return values;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
