package io.runfabric.console.ui.shell;

/// The pages that are about all open projects.
public enum Across {
  PROJECTS("All projects"),
  SEARCH("Search all projects");

  private final String title;

  Across(String title) {
    this.title = title;
  }

  /// The page's name on screen.
  public String title() {
    return title;
  }
}
