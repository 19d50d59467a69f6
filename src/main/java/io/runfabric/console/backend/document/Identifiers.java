package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.model.Unseen;
import java.util.regex.Pattern;

/// Which names may become part of a key.
public final class Identifiers {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private static final int MOST_SHOWN = 60;

  private Identifiers() {}

  /// The name, if it may stand in a key.
  public static String checked(String what, String name) throws BackendException {
    if (!SAFE.matcher(name).matches() || name.equals(".") || name.equals("..")) {
      throw new BackendException(
          BackendException.Code.INVALID,
          "the " + what + " name " + shown(name) + " is not one that state can be kept under",
          "use letters, digits, '.', '_' and '-', at most 128 characters");
    }
    return name;
  }

  // A name may be of any length.
  private static String shown(String name) {
    String start = name.length() > MOST_SHOWN ? name.substring(0, MOST_SHOWN) + "…" : name;
    return "'" + Unseen.shown(start) + "'";
  }
}
