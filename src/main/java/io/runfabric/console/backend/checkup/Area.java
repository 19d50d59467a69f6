package io.runfabric.console.backend.checkup;

/// What a finding is about, in the order in which an operator asks.
public enum Area {
  CONFIGURATION("configuration"),
  CREDENTIALS("credentials"),
  CONNECTION("connection"),
  EXISTENCE("existence"),
  PERMISSIONS("permissions"),
  CONDITIONAL_WRITES("conditional writes"),
  TRANSIT("encryption in transit"),
  AT_REST("encryption at rest"),
  HISTORY("history"),
  CLOCK("clock"),
  WORKSPACES("workspaces"),
  LOCKS("locks"),
  STATE("state");

  private final String title;

  Area(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// In JSON, such as `conditional-writes`.
  public String word() {
    return title.replace(' ', '-');
  }
}
