package io.runfabric.console.ui.style;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the window, one per idea. Their size and colour come from the style sheet.
public final class Icons {

  public static final Ikon OVERVIEW = Feather.GRID;
  public static final Ikon RECEIPTS = Feather.FILE_TEXT;
  public static final Ikon RECORDS = Feather.ARCHIVE;
  public static final Ikon LOCKS = Feather.LOCK;
  public static final Ikon JOURNALS = Feather.BOOK_OPEN;
  public static final Ikon ACTIVITY = Feather.CLOCK;
  public static final Ikon UNLOCK = Feather.UNLOCK;
  public static final Ikon TAKE_OVER = Feather.USER_CHECK;
  public static final Ikon HOLD = Feather.SHIELD;
  public static final Ikon RELEASE = Feather.SHIELD_OFF;
  public static final Ikon CLEAR = Feather.TRASH_2;
  public static final Ikon SET_ASIDE = Feather.INBOX;
  public static final Ikon HEALTH = Feather.ACTIVITY;
  public static final Ikon DRIFT = Feather.SHUFFLE;
  public static final Ikon OPEN = Feather.FOLDER;
  public static final Ikon ADD = Feather.PLUS;
  public static final Ikon PROJECTS = Feather.BRIEFCASE;
  public static final Ikon FOLDER = Feather.FOLDER_PLUS;
  public static final Ikon SAMPLE = Feather.PACKAGE;
  public static final Ikon REFRESH = Feather.REFRESH_CW;
  public static final Ikon REVEAL = Feather.EYE;
  public static final Ikon HIDE = Feather.EYE_OFF;
  public static final Ikon READ_ONLY = Feather.SHIELD;
  public static final Ikon LIGHT = Feather.SUN;
  public static final Ikon DARK = Feather.MOON;
  public static final Ikon SYSTEM = Feather.MONITOR;
  public static final Ikon MORE = Feather.MORE_HORIZONTAL;
  public static final Ikon SEARCH = Feather.SEARCH;
  public static final Ikon CRITICAL = Feather.ALERT_OCTAGON;
  public static final Ikon WARNING = Feather.ALERT_TRIANGLE;
  public static final Ikon INFO = Feather.INFO;
  public static final Ikon UNKNOWN = Feather.HELP_CIRCLE;
  public static final Ikon OK = Feather.CHECK_CIRCLE;
  public static final Ikon BACKUPS = Feather.HARD_DRIVE;
  public static final Ikon BACK_UP = Feather.SAVE;
  public static final Ikon RESTORE = Feather.UPLOAD;
  public static final Ikon MIGRATE = Feather.TRUCK;
  public static final Ikon REKEY = Feather.HASH;
  public static final Ikon UNDO = Feather.ROTATE_CCW;
  public static final Ikon VERIFY = Feather.CHECK_SQUARE;
  public static final Ikon DONE = Feather.CHECK;
  public static final Ikon INTERRUPTED = Feather.ZAP_OFF;
  public static final Ikon UNREADABLE = Feather.FILE_MINUS;
  public static final Ikon STOPPED = Feather.PAUSE_CIRCLE;
  public static final Ikon COPY = Feather.COPY;
  public static final Ikon MEND = Feather.TOOL;
  public static final Ikon COLUMNS = Feather.COLUMNS;
  public static final Ikon DETAILS = Feather.SIDEBAR;
  public static final Ikon CLOSE = Feather.X;
  public static final Ikon FORWARD = Feather.CHEVRON_RIGHT;
  public static final Ikon UP = Feather.CHEVRON_UP;
  public static final Ikon DOWN = Feather.CHEVRON_DOWN;
  public static final Ikon SELECT = Feather.MOUSE_POINTER;
  public static final Ikon DROP = Feather.DOWNLOAD;
  public static final Ikon STAGES = Feather.LAYERS;
  public static final Ikon BACKEND = Feather.DATABASE;
  public static final Ikon PALETTE = Feather.COMMAND;
  public static final Ikon TEXT = Feather.TYPE;
  public static final Ikon LARGER = Feather.ZOOM_IN;
  public static final Ikon SMALLER = Feather.ZOOM_OUT;
  public static final Ikon EXPORT = Feather.SHARE;
  public static final Ikon TASKS = Feather.LIST;
  public static final Ikon BACK = Feather.CHEVRON_LEFT;
  public static final Ikon COMPARE = Feather.GIT_COMMIT;
  public static final Ikon PUT_BACK = Feather.ROTATE_CCW;
  public static final Ikon SWAP = Feather.REPEAT;
  public static final Ikon QUIT = Feather.LOG_OUT;

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
