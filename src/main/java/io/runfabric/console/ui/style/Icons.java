package io.runfabric.console.ui.style;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the window, one per idea. Their colour comes from the style sheet.
public final class Icons {

  public static final Ikon OVERVIEW = Feather.GRID;
  public static final Ikon RECEIPTS = Feather.FILE_TEXT;
  public static final Ikon LOCKS = Feather.LOCK;
  public static final Ikon JOURNALS = Feather.BOOK_OPEN;
  public static final Ikon OPEN = Feather.FOLDER;
  public static final Ikon REFRESH = Feather.REFRESH_CW;
  public static final Ikon REVEAL = Feather.EYE;
  public static final Ikon HIDE = Feather.EYE_OFF;
  public static final Ikon SEARCH = Feather.SEARCH;
  public static final Ikon CRITICAL = Feather.ALERT_OCTAGON;
  public static final Ikon WARNING = Feather.ALERT_TRIANGLE;
  public static final Ikon INFO = Feather.INFO;
  public static final Ikon OK = Feather.CHECK_CIRCLE;
  public static final Ikon COPY = Feather.COPY;
  public static final Ikon CLOSE = Feather.X;

  private Icons() {}

  /// An icon as a node; each node needs its own.
  public static FontIcon of(Ikon icon) {
    return new FontIcon(icon);
  }

  /// An icon in the colour of a tone.
  public static FontIcon of(Ikon icon, Tone tone) {
    FontIcon node = of(icon);
    node.getStyleClass().add(tone.styleClass());
    return node;
  }
}
