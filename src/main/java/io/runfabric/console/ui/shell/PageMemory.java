package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.table.TableLayout;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What is remembered of one page: its table's columns for every project, its last filter for this
/// one.
///
/// @param known what is remembered now
/// @param keep remembers something else from now on
public record PageMemory(Supplier<Habits> known, Change keep, Path project, Place.Kind kind) {

  /// Takes a change of what is remembered.
  public interface Change {
    void accept(UnaryOperator<Habits> change);
  }

  /// How the table stood when it was left; empty when it stood as declared.
  public Optional<TableLayout> layout() {
    return Optional.ofNullable(known.get().tables().get(page()));
  }

  public void keepLayout(Optional<TableLayout> layout) {
    keep.accept(habits -> habits.withTable(page(), layout));
  }

  /// What the table was narrowed to when it was left.
  public String filter() {
    return known.get().filter(project.toString(), page());
  }

  public void keepFilter(String text) {
    keep.accept(habits -> habits.withFilter(project.toString(), page(), text));
  }

  private String page() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
