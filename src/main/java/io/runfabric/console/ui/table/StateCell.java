package io.runfabric.console.ui.table;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Instant;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One value on screen, shown as its column's [CellKind] says.
final class StateCell<R> extends TableCell<R, R> {

  private final Column<R> column;
  private final ObservableValue<Instant> moment;
  private final InvalidationListener onMoment = _ -> showValue();
  // Most cells never need these, and a table makes its cells while the user types.
  private @Nullable Badge badge;
  private @Nullable Tooltip tooltip;

  /// @param moment what ages are relative to
  StateCell(Column<R> column, ObservableValue<Instant> moment) {
    this.column = column;
    this.moment = moment;
    switch (column.kind()) {
      case MONO -> getStyleClass().add(Styles.MONO);
      case NUMBER -> getStyleClass().add("number-cell");
      case TIME -> getStyleClass().add("time-cell");
      case TEXT, BADGE, STAGE -> {}
    }
    // Cells come and go while the table stays: a strong listener would keep them all.
    moment.addListener(new WeakInvalidationListener(onMoment));
    textTruncatedProperty().addListener((InvalidationListener) _ -> explain());
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    showValue();
  }

  private void showValue() {
    R row = getItem();
    if (isEmpty() || row == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      return;
    }
    String shown = Unseen.shown(column.shown().apply(row, moment.getValue()));
    switch (column.kind()) {
      case TEXT, MONO, TIME, NUMBER -> setText(shown);
      case BADGE -> showBadge(shown, column.tone().apply(row));
      case STAGE -> showStage(shown);
    }
    explain();
  }

  private void showStage(String stage) {
    Tone tone = StageBadge.tone(stage);
    getStyleClass().remove("absent");
    if (stage.isEmpty()) {
      getStyleClass().add("absent");
    }
    showBadge(StageBadge.word(stage), tone);
  }

  // Only what stands out gets a pill: a column of pills is noise.
  private void showBadge(String word, Tone tone) {
    if (word.isEmpty() || tone == Tone.NEUTRAL) {
      setGraphic(null);
      setText(word);
      setContentDisplay(ContentDisplay.TEXT_ONLY);
    } else {
      Badge pill = badge == null ? new Badge(word, tone) : badge;
      badge = pill;
      pill.show(word, tone);
      setText(word);
      setGraphic(pill);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
  }

  private void explain() {
    R row = getItem();
    if (isEmpty() || row == null) {
      return;
    }
    String note = column.note().apply(row);
    String words = note.isEmpty() && isTextTruncated() ? getText() : note;
    if (words == null || words.isEmpty()) {
      setTooltip(null);
    } else {
      Tooltip shown = tooltip == null ? Texts.tooltip("") : tooltip;
      tooltip = shown;
      shown.setText(Texts.wrapped(words));
      setTooltip(shown);
    }
  }
}
