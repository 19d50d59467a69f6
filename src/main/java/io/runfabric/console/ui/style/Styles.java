package io.runfabric.console.ui.style;

/// The names of our style classes, as `console.css` defines them. Those of the theme are in
/// [atlantafx.base.theme.Styles].
public final class Styles {

  /// A page of content: background and padding of the middle of the window.
  public static final String PAGE = "page";

  /// A raised area with a border and rounded corners.
  public static final String CARD = "card";

  /// The heading of a page.
  public static final String PAGE_TITLE = "page-title";

  /// The heading of a part of a page.
  public static final String SECTION_TITLE = "section-title";

  /// Text that explains: smaller and muted.
  public static final String HINT = "hint";

  /// Muted text in the normal size.
  public static final String MUTED = "muted";

  /// Text in the fixed-width font: keys, digests, JSON.
  public static final String MONO = "mono";

  /// A bar of controls above a table.
  public static final String TOOLBAR = "view-toolbar";

  /// A round-cornered label; see [Badge].
  public static final String BADGE = "badge";

  private Styles() {}
}
