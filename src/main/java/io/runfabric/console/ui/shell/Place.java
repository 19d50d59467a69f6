package io.runfabric.console.ui.shell;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.style.Icons;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;

/// Somewhere in the window one can go.
///
/// The filter is what a user could type there: free text that a table matches against what its rows
/// show, in any case, such as a stage or a key; or words within a column (`health:unreadable`).
///
/// @param filter the text the place's table is narrowed to at first, without any for everything;
///   empty leaves the page as it was left
/// @param row the document whose row is selected; empty leaves the selection as it is
public record Place(Kind kind, Optional<String> filter, Optional<DocumentRef> row) {

  /// The pages, in the order of the sidebar.
  public enum Kind {
    OVERVIEW("Overview", Icons.OVERVIEW, KeyCode.DIGIT1),
    RECEIPTS("Receipts", Icons.RECEIPTS, KeyCode.DIGIT2),
    LOCKS("Locks", Icons.LOCKS, KeyCode.DIGIT3),
    JOURNALS("Journals", Icons.JOURNALS, KeyCode.DIGIT4),
    DRIFT("Drift", Icons.DRIFT, KeyCode.DIGIT5),
    BACKUPS("Backups", Icons.BACKUPS, KeyCode.DIGIT6),
    ACTIVITY("Activity", Icons.ACTIVITY, KeyCode.DIGIT7),
    HEALTH("Health", Icons.HEALTH, KeyCode.DIGIT8);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // icons are constants
    private final Ikon icon;

    private final KeyCode key;

    Kind(String title, Ikon icon, KeyCode key) {
      this.title = title;
      this.icon = icon;
      this.key = key;
    }

    /// The page's name on screen.
    public String title() {
      return title;
    }

    Ikon icon() {
      return icon;
    }

    /// What leads there, with Ctrl or Cmd.
    KeyCode key() {
      return key;
    }

    /// Whether the page shows rows of the project, and so has nothing to show before they are read.
    public boolean needsRows() {
      return this != HEALTH && this != ACTIVITY && this != BACKUPS && this != DRIFT;
    }
  }

  public static final Place OVERVIEW = of(Kind.OVERVIEW);
  public static final Place RECEIPTS = of(Kind.RECEIPTS);
  public static final Place LOCKS = of(Kind.LOCKS);
  public static final Place JOURNALS = of(Kind.JOURNALS);
  public static final Place DRIFT = of(Kind.DRIFT);
  public static final Place BACKUPS = of(Kind.BACKUPS);
  public static final Place ACTIVITY = of(Kind.ACTIVITY);
  public static final Place HEALTH = of(Kind.HEALTH);

  /// The page as it was left.
  public static Place of(Kind kind) {
    return new Place(kind, Optional.empty(), Optional.empty());
  }

  /// This page, narrowed.
  public Place filtered(String text) {
    return new Place(kind, Optional.of(text), Optional.empty());
  }

  /// The whole page.
  public Place whole() {
    return filtered("");
  }

  /// The whole page, with a row selected.
  public Place at(DocumentRef ref) {
    return new Place(kind, Optional.of(""), Optional.of(ref));
  }
}
