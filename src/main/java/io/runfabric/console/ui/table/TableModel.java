package io.runfabric.console.ui.table;

import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The rows of a table: filtered, sorted and selected. Everything is called and changes on the FX
/// thread; preparing many rows happens in the background, filtering is fast enough not to.
public final class TableModel<R> {

  /// Fewer rows than this are indexed and sorted on the spot, which takes a few milliseconds.
  private static final int PREPARED_AT_ONCE = 2_000;

  private final List<Column<R>> columns;
  private final FilterFields fields;
  private final Function<R, ?> key;
  private final Tasks tasks;
  private final Clock clock;
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ReadOnlyObjectWrapper<List<R>> visible =
      new ReadOnlyObjectWrapper<>(this, "visible", List.of());
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total", 0);
  private final ReadOnlyObjectWrapper<List<R>> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", List.of());

  private List<R> rows = List.of();
  private List<SortBy> order = List.of();
  private Prepared<R> prepared = new Prepared<>(List.of(), List.of());
  private Filter applied = Filter.NONE;
  private List<IndexedRow<R>> matching = List.of();
  private Set<Object> wanted = Set.of();
  private Optional<RunningTask> preparing = Optional.empty();

  /// @param key what tells a row from the others, and is the same after a reload
  /// @param clock what ages in filters are counted back from
  public TableModel(List<Column<R>> columns, Function<R, ?> key, Tasks tasks, Clock clock) {
    this.columns = List.copyOf(columns);
    this.fields = FilterFields.of(this.columns);
    this.key = key;
    this.tasks = tasks;
    this.clock = clock;
    filter.addListener((_, _, typed) -> filter(parse(typed)));
  }

  public List<Column<R>> columns() {
    return columns;
  }

  /// What the user typed; see [Filter].
  public StringProperty filterProperty() {
    return filter;
  }

  /// The rows that pass the filter, in order.
  public List<R> visible() {
    return visible.get();
  }

  /// As [#visible()]; each change brings another list.
  public ReadOnlyObjectProperty<List<R>> visibleProperty() {
    return visible.getReadOnlyProperty();
  }

  /// How many rows there are without a filter.
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// The selected rows among the visible ones. After a reload these are the new rows of the same
  /// keys.
  public ReadOnlyObjectProperty<List<R>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What the table is sorted by, the first column first.
  public List<SortBy> order() {
    return order;
  }

  /// Replaces all rows.
  public void setRows(List<R> replacement) {
    rows = List.copyOf(replacement);
    List<SortBy> by = order;
    prepare(() -> index(rows, by));
  }

  /// Sorts by these columns, the first one first; by none, rows are in the order they came.
  public void sort(List<SortBy> by) {
    if (order.equals(by)) {
      return;
    }
    order = List.copyOf(by);
    if (preparing.isPresent()) {
      setRows(rows);
    } else {
      List<IndexedRow<R>> unsorted = prepared.unsorted();
      prepare(() -> new Prepared<>(unsorted, IndexedRow.sort(unsorted, order, columns)));
    }
  }

  /// Selects exactly these rows.
  public void select(List<R> chosen) {
    Set<Object> keys = new HashSet<>();
    chosen.forEach(row -> keys.add(key.apply(row)));
    wanted = keys;
    updateSelected();
  }

  /// Selects the row with this key, as soon as it is there.
  public void selectKey(Object wantedKey) {
    wanted = Set.of(wantedKey);
    updateSelected();
  }

  /// Where the selected rows are among the visible ones.
  public int[] selectedIndices() {
    if (wanted.isEmpty()) {
      return new int[0];
    }
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < matching.size(); i++) {
      if (wanted.contains(matching.get(i).key())) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private void prepare(java.util.function.Supplier<Prepared<R>> work) {
    preparing.ifPresent(RunningTask::cancel);
    preparing = Optional.empty();
    if (rows.size() < PREPARED_AT_ONCE) {
      show(work.get());
      return;
    }
    RunningTask task =
        tasks.start(
            Job.passing(
                String.format(Locale.ROOT, "Arranging %,d rows", rows.size()),
                (_, _) -> work.get(),
                this::show));
    if (task.runningProperty().get()) {
      preparing = Optional.of(task);
    }
  }

  private Prepared<R> index(List<R> values, List<SortBy> by) {
    List<IndexedRow<R>> unsorted = IndexedRow.index(values, key, columns);
    return new Prepared<>(unsorted, IndexedRow.sort(unsorted, by, columns));
  }

  private void show(Prepared<R> result) {
    preparing = Optional.empty();
    prepared = result;
    applied = Filter.NONE;
    matching = result.sorted();
    total.set(result.sorted().size());
    filter(parse(filter.get()));
  }

  private Filter parse(String typed) {
    return Filter.parse(typed, fields, clock.instant());
  }

  private void filter(Filter wanting) {
    List<IndexedRow<R>> candidates = wanting.narrows(applied) ? matching : prepared.sorted();
    List<IndexedRow<R>> found =
        wanting.isEmpty() ? candidates : IndexedRow.matching(candidates, wanting);
    applied = wanting;
    matching = found;
    List<R> values = new ArrayList<>(found.size());
    found.forEach(row -> values.add(row.value()));
    visible.set(Collections.unmodifiableList(values));
    updateSelected();
  }

  private void updateSelected() {
    List<R> chosen = new ArrayList<>();
    for (int index : selectedIndices()) {
      chosen.add(matching.get(index).value());
    }
    if (!chosen.equals(selected.get())) {
      selected.set(List.copyOf(chosen));
    }
  }

  /// Rows in the order they came, and in the order they are shown without a filter.
  private record Prepared<R>(List<IndexedRow<R>> unsorted, List<IndexedRow<R>> sorted) {}
}
