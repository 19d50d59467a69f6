package io.runfabric.console.operation.workspace;

import java.util.Map;

/// What lies under one workspace id of a shared database.
///
/// @param chosen whether it is the id this project reads
/// @param likeness how the id matches this project's folder
/// @param services entries by service, in the order of their names; what does not tell its service
///   is not among them
/// @param unreadable entries that do not load
public record WorkspaceShare(
    String id,
    long entries,
    boolean chosen,
    Likeness likeness,
    Map<String, Long> services,
    long unreadable) {

  /// How an id matches the folder of a project's runfabric.yml.
  public enum Likeness {
    ABSOLUTE_PATH("absolute path"),
    AS_TYPED("path as typed"),
    CURRENT_FOLDER("current folder, of any project"),
    NONE("");

    private final String words;

    Likeness(String words) {
      this.words = words;
    }

    /// For people and for JSON; empty for an id that does not match.
    public String words() {
      return words;
    }
  }

  /// Whether the engine may have written this id for the project.
  public boolean matches() {
    return likeness != Likeness.NONE;
  }
}
