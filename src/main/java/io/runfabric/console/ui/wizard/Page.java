package io.runfabric.console.ui.wizard;

/// The pages of a wizard, in their order.
public enum Page {
  CHOOSE("Choose"),
  OPTIONS("Options"),
  PLAN("Plan"),
  CONFIRM("Confirm"),
  RUN("Run"),
  RESULT("Result");

  private final String title;

  Page(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
