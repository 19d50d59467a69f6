package io.runfabric.console.ui.shell.palette;

import org.kordamp.ikonli.Ikon;

/// Something that can be chosen in the palette.
///
/// @param id tells it from the others, and is the same whenever the palette is opened
/// @param title what it is called
/// @param aside what tells it from others of the same name; may be empty
/// @param keys its shortcut as shown; may be empty
/// @param enabled whether it can be chosen now
/// @param action runs on the FX thread once it is chosen
public record Choice(
    Kind kind,
    String id,
    String title,
    String aside,
    Ikon icon,
    String keys,
    boolean enabled,
    Runnable action) {

  /// One that can be chosen.
  public Choice(
      Kind kind, String id, String title, String aside, Ikon icon, String keys, Runnable action) {
    this(kind, id, title, aside, icon, keys, /* enabled= */ true, action);
  }

  /// What can be chosen. Of what matches as well, the first kind comes first.
  public enum Kind {
    ACTION("Action"),
    PAGE("Page"),
    STAGE("Stage"),
    PROJECT("Project"),
    RECEIPT("Receipt"),
    RECORD("Record"),
    LOCK("Lock"),
    JOURNAL("Journal");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
