package io.runfabric.console.config;

import java.util.regex.Pattern;

/// What of the file may be quoted in a problem. References stay, their defaults go; text that could
/// hold a credential is described instead of shown. Resolved values never come here.
final class Excerpt {

  private static final Pattern DEFAULT = Pattern.compile("(\\$\\{[A-Za-z]*:[^,}]*,)[^}]*");
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.,/:${}… -]{0,60}");

  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(String written) {
    if (written.length() > LONGEST) {
      return withheld(written);
    }
    String shown = DEFAULT.matcher(written).replaceAll("$1…");
    return HARMLESS.matcher(shown).matches() && !shown.contains("://") ? shown : withheld(written);
  }

  /// For values whose content is nobody's business, such as a connection string in a wrong place.
  static String withheld(String written) {
    return "(a text of " + written.length() + " characters)";
  }
}
