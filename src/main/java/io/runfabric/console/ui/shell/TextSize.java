package io.runfabric.console.ui.shell;

/// How large the window's text is, in percent of its normal size.
public record TextSize(int percent) {

  public static final TextSize NORMAL = new TextSize(100);

  private static final int SMALLEST = 80;
  private static final int LARGEST = 160;
  private static final int STEP = 10;
  private static final double NORMAL_PIXELS = 13;

  public TextSize {
    percent = Math.clamp(percent, SMALLEST, LARGEST);
  }

  public TextSize larger() {
    return new TextSize(percent + STEP);
  }

  public TextSize smaller() {
    return new TextSize(percent - STEP);
  }

  /// The size of plain text; every other is relative to it.
  public double pixels() {
    return NORMAL_PIXELS * percent / 100;
  }
}
