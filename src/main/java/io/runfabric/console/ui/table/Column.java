package io.runfabric.console.ui.table;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.style.Tone;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// One column, declared: what of a row it tells and how it is shown. Rows without a value are
/// sorted last, whichever way the column is sorted.
///
/// @param id names the column in qualified filters (`stage:prod`) and in copies
/// @param kind how values are shown
/// @param text the value as it is searched and copied; times as stored, numbers as digits
/// @param shown the value as it is shown at a moment
/// @param tone what the value means
/// @param note what the tooltip says about the value; when empty, a cut-off value in full
/// @param rank what is sorted by first; the text settles ties
/// @param width in pixels, when the table opens
/// @param visible whether the table opens with this column
public record Column<R>(
    String id,
    String title,
    CellKind kind,
    Function<R, String> text,
    BiFunction<R, Instant, String> shown,
    Function<R, Tone> tone,
    Function<R, String> note,
    ToLongFunction<R> rank,
    double width,
    boolean visible) {

  /// A column of words, sorted without regard to case.
  public static <R> Column<R> of(
      String id, String title, CellKind kind, double width, Function<R, String> text) {
    return new Column<>(
        id,
        title,
        kind,
        text,
        (row, _) -> text.apply(row),
        _ -> Tone.NEUTRAL,
        _ -> "",
        _ -> 0,
        width,
        true);
  }

  /// A column of stored times: relative to now on screen, in full in the tooltip.
  public static <R> Column<R> time(
      String id, String title, double width, Function<R, String> stored) {
    return Column.<R>of(id, title, CellKind.TIME, width, stored)
        .withShown((row, now) -> ago(stored.apply(row), now))
        .withNote(row -> absolute(stored.apply(row)))
        .withRank(row -> Timestamps.parse(stored.apply(row)).map(Instant::toEpochMilli).orElse(0L));
  }

  /// A column of whole numbers; the label words a number for the screen.
  public static <R> Column<R> number(
      String id,
      String title,
      double width,
      ToLongFunction<R> number,
      Function<Long, String> label) {
    return Column.<R>of(
            id, title, CellKind.NUMBER, width, row -> Long.toString(number.applyAsLong(row)))
        .withShown((row, _) -> label.apply(number.applyAsLong(row)))
        .withRank(number);
  }

  public Column<R> withShown(BiFunction<R, Instant, String> words) {
    return new Column<>(id, title, kind, text, words, tone, note, rank, width, visible);
  }

  public Column<R> withTone(Function<R, Tone> meaning) {
    return new Column<>(id, title, kind, text, shown, meaning, note, rank, width, visible);
  }

  public Column<R> withNote(Function<R, String> words) {
    return new Column<>(id, title, kind, text, shown, tone, words, rank, width, visible);
  }

  public Column<R> withRank(ToLongFunction<R> order) {
    return new Column<>(id, title, kind, text, shown, tone, note, order, width, visible);
  }

  /// This column, not shown until the user asks for it.
  public Column<R> hidden() {
    return new Column<>(id, title, kind, text, shown, tone, note, rank, width, false);
  }

  private static String ago(String stored, Instant now) {
    return Timestamps.parse(stored).map(then -> Timestamps.relative(then, now)).orElse(stored);
  }

  private static String absolute(String stored) {
    return Timestamps.parse(stored).map(_ -> Timestamps.shown(stored) + " UTC").orElse("");
  }
}
