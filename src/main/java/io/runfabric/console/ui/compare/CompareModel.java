package io.runfabric.console.ui.compare;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.diff.Difference;
import io.runfabric.console.operation.diff.TextRow;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.History;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.operation.history.Side;
import io.runfabric.console.operation.history.Sides;
import io.runfabric.console.ui.compare.CompareState.Compared;
import io.runfabric.console.ui.compare.CompareState.Failed;
import io.runfabric.console.ui.compare.CompareState.Reading;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Two documents compared, without nodes. It has sessions of its own: the project's is closed
/// whenever the project is loaded anew. Everything happens on the FX thread.
public final class CompareModel {

  private final Tasks tasks;
  private final ProjectModel.Source source;
  private final ReadOnlyObjectProperty<Redactor> redactor;
  private final Clock clock;
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ObjectProperty<Choice> left;
  private final ObjectProperty<Choice> right;
  private final BooleanProperty changedOnly = new SimpleBooleanProperty(this, "changedOnly", true);
  private final BooleanProperty asText = new SimpleBooleanProperty(this, "asText", false);
  private final ReadOnlyObjectWrapper<CompareState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Reading());
  private final TableModel<FieldRow> fields;
  private final ReadOnlyObjectWrapper<List<TextRow>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final InvalidationListener onRedactor = _ -> compare();
  private final List<RunningTask> under = new ArrayList<>();

  /// @param clock what ages are relative to
  /// @param known what else can be chosen, as it is listed
  public CompareModel(
      ProjectModel project,
      ReadOnlyObjectProperty<Redactor> redactor,
      Clock clock,
      List<Choice> known,
      Choice left,
      Choice right) {
    tasks = project.tasks();
    source = project.sourceProperty().get();
    this.redactor = redactor;
    this.clock = clock;
    fields = new TableModel<>(FieldRow.columns(), FieldRow::index, tasks, clock);
    this.left = new SimpleObjectProperty<>(this, "left", left);
    this.right = new SimpleObjectProperty<>(this, "right", right);
    known.forEach(this::add);
    this.left.set(add(left));
    this.right.set(add(right));
    this.left.addListener((_, _, _) -> compare());
    this.right.addListener((_, _, _) -> compare());
    changedOnly.addListener((_, _, _) -> fill());
  }

  public ObservableList<Choice> choices() {
    return choices;
  }

  public ObjectProperty<Choice> leftProperty() {
    return left;
  }

  public ObjectProperty<Choice> rightProperty() {
    return right;
  }

  /// Whether what is the same is left out.
  public BooleanProperty changedOnlyProperty() {
    return changedOnly;
  }

  /// Whether line by line, and not by path.
  public BooleanProperty asTextProperty() {
    return asText;
  }

  public ReadOnlyObjectProperty<CompareState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The values, by path.
  public TableModel<FieldRow> fields() {
    return fields;
  }

  /// The texts, line beside line.
  public ReadOnlyObjectProperty<List<TextRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// Follows what may be seen from now on.
  public void shown() {
    redactor.addListener(onRedactor);
    compare();
  }

  public void hidden() {
    redactor.removeListener(onRedactor);
    under.forEach(RunningTask::cancel);
    under.clear();
  }

  /// Offers what was kept of an entry too, once it is found.
  ///
  /// @param instead whether the newest that is not stored now takes the left side
  public void look(Entry entry, boolean instead) {
    RunningTask task =
        tasks.start(
            Job.<History>passing(
                    "Looking up what was kept of " + entry.stage(),
                    (progress, cancellation) -> {
                      try (ProjectSession session = source.open()) {
                        return History.of(session, EntryPlace.of(entry), progress, cancellation);
                      }
                    },
                    found -> offer(entry, found, instead))
                // What cannot be offered can still be named; the history itself tells why.
                .orElse(_ -> {}));
    under.add(task);
  }

  private void offer(Entry entry, History found, boolean instead) {
    List<KeptVersion> earlier = found.versions().stream().filter(KeptVersion::earlier).toList();
    earlier.forEach(version -> add(Choice.of(entry, version, clock.instant())));
    if (instead && !earlier.isEmpty()) {
      left.set(add(Choice.of(entry, earlier.getFirst(), clock.instant())));
    }
  }

  /// Puts the document of somewhere else on a side.
  public void take(ObjectProperty<Choice> place, Side side) {
    place.set(add(place.get().from(side)));
  }

  /// Changes the sides.
  public void swap() {
    Choice before = left.get();
    left.set(right.get());
    right.set(before);
  }

  /// Reads and compares again.
  public void compare() {
    state.set(new Reading());
    Redactor shownBy = redactor.get();
    Choice one = left.get();
    Choice other = right.get();
    RunningTask task =
        tasks.start(
            Job.<Compared>passing(
                    "Comparing " + one.title() + " with " + other.title(),
                    (_, cancellation) -> {
                      try (ProjectSession session = source.open()) {
                        Sides sides =
                            new Sides(
                                session, source.request(), source.options(), DecryptionKeys.none());
                        Optional<byte[]> before = sides.read(one.entry(), one.side(), cancellation);
                        Optional<byte[]> after =
                            sides.read(other.entry(), other.side(), cancellation);
                        return new Compared(
                            Difference.between(before, after, shownBy),
                            before.isPresent(),
                            after.isPresent());
                      }
                    },
                    done -> show(one, other, shownBy, done))
                .orElse(failure -> show(one, other, shownBy, new Failed(failure))));
    under.add(task);
  }

  // An answer to what was asked before is dropped.
  private void show(Choice one, Choice other, Redactor shownBy, CompareState now) {
    if (one.equals(left.get()) && other.equals(right.get()) && shownBy.equals(redactor.get())) {
      state.set(now);
      fill();
    }
  }

  private void fill() {
    if (state.get() instanceof Compared(var difference, _, _)) {
      boolean only = changedOnly.get();
      fields.setRows(FieldRow.of(only ? difference.changes() : difference.fields()));
      rows.set(TextRow.of(difference.lines(), only));
    }
  }

  /// What came of it, in a few words.
  public String words() {
    if (!(state.get() instanceof Compared(var difference, var before, var after))) {
      return "";
    }
    if (!before || !after) {
      return before == after
          ? "Neither is there"
          : "There is nothing on the " + (before ? "right" : "left");
    }
    if (difference.same()) {
      return "No difference";
    }
    return difference.fields().isEmpty()
        ? "They differ"
        : Texts.count(difference.changes().size(), "value differs", "values differ");
  }

  /// What is on screen, as text.
  public String text() {
    String head = left.get() + "\n" + right.get() + "\n\n";
    return head
        + String.join(
            "\n",
            byLine()
                ? TextRow.unified(rows.get())
                : fields.visible().stream().map(FieldRow::line).toList())
        + "\n";
  }

  /// Whether lines are shown: asked for, or because one of the two does not load.
  public boolean byLine() {
    return asText.get()
        || (state.get() instanceof Compared(var difference, _, _)
            && !difference.problems().isEmpty());
  }

  private Choice add(Choice choice) {
    return choices.stream()
        .filter(choice::same)
        .findFirst()
        .orElseGet(() -> {
          choices.add(choice);
          return choice;
        });
  }
}
