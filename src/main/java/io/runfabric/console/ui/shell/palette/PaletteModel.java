package io.runfabric.console.ui.shell.palette;

import io.runfabric.console.ui.shell.palette.Fuzzy.Match;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the palette offers for what was typed. Looking happens in the background, so that typing is
/// never held up; everything else on the FX thread.
public final class PaletteModel {

  /// More than this nobody reads.
  static final int MOST_FOUND = 60;

  private static final int MOST_RECENT = 5;

  private final Tasks tasks;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<List<Match>> found =
      new ReadOnlyObjectWrapper<>(this, "found", List.of());
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", 0);
  private final List<String> recent;
  private final Consumer<List<String>> remember;
  private List<Fuzzy> searched = List.of();
  private Optional<RunningTask> looking = Optional.empty();
  private boolean gathering;
  private boolean chooseWhenFound;

  /// @param chosenBefore ids of what was chosen lately, the latest first
  /// @param remember is told them anew whenever something is chosen
  public PaletteModel(Tasks tasks, List<String> chosenBefore, Consumer<List<String>> remember) {
    this.tasks = tasks;
    this.recent = new ArrayList<>(chosenBefore);
    this.remember = remember;
    query.addListener((_, _, _) -> {
      // While they are gathered they cannot be searched yet.
      if (open.get() && !gathering) {
        look();
      }
    });
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// What was typed.
  public StringProperty queryProperty() {
    return query;
  }

  /// What matches, the best first.
  ReadOnlyObjectProperty<List<Match>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Which of the found is chosen by Enter.
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Opens the palette.
  ///
  /// @param choices what can be chosen; asked in the background
  public void open(Supplier<List<Choice>> choices) {
    stop();
    searched = List.of();
    found.set(List.of());
    chooseWhenFound = false;
    query.set("");
    open.set(true);
    gathering = true;
    List<String> first = List.copyOf(recent);
    begin(() -> {
      List<Fuzzy> all = choices.get().stream().map(Fuzzy::new).toList();
      return new Found(all, matches(all, "", first));
    });
  }

  public void close() {
    stop();
    open.set(false);
    searched = List.of();
    found.set(List.of());
  }

  /// Selects the next one, or after the last the first; backwards with a negative number.
  void move(int by) {
    int size = found.get().size();
    if (size > 0) {
      selected.set(Math.floorMod(selected.get() + by, size));
    }
  }

  /// Chooses what is selected; what was typed last is looked for first.
  void choose() {
    if (looking.isPresent()) {
      chooseWhenFound = true;
    } else if (selected.get() < found.get().size()) {
      choose(found.get().get(selected.get()).choice());
    }
  }

  void choose(Choice choice) {
    if (!choice.enabled()) {
      return;
    }
    recent.remove(choice.id());
    recent.addFirst(choice.id());
    if (recent.size() > MOST_RECENT) {
      recent.removeLast();
    }
    remember.accept(List.copyOf(recent));
    close();
    choice.action().run();
  }

  /// @param all what can be chosen; kept for what is typed next
  private record Found(List<Fuzzy> all, List<Match> matches) {}

  private void look() {
    stop();
    List<Fuzzy> all = searched;
    String typed = query.get();
    List<String> first = List.copyOf(recent);
    begin(() -> new Found(all, matches(all, typed, first)));
  }

  private void begin(Supplier<Found> work) {
    RunningTask task =
        tasks.start(Job.passing("Searching the palette", (_, _) -> work.get(), this::show));
    if (task.runningProperty().get()) {
      looking = Optional.of(task);
    }
  }

  private void show(Found result) {
    looking = Optional.empty();
    searched = result.all();
    if (gathering) {
      gathering = false;
      if (!query.get().isEmpty()) {
        look();
        return;
      }
    }
    selected.set(0);
    found.set(result.matches());
    if (chooseWhenFound) {
      chooseWhenFound = false;
      choose();
    }
  }

  private void stop() {
    looking.ifPresent(RunningTask::abandon);
    looking = Optional.empty();
  }

  /// What matches, the best first; without a query what was chosen lately comes first.
  static List<Match> matches(List<Fuzzy> all, String query, List<String> recent) {
    String[] words = Fuzzy.words(query);
    Comparator<Match> order =
        words.length == 0
            ? Comparator.comparingInt(match -> place(match, recent))
            : Comparator.comparingInt(Match::score).reversed();
    return all.stream()
        .map(choice -> choice.match(words))
        .flatMap(Optional::stream)
        .sorted(
            order
                .thenComparing(match -> match.choice().kind())
                .thenComparingInt(match -> words.length == 0 ? 0 : match.choice().title().length()))
        .limit(MOST_FOUND)
        .toList();
  }

  private static int place(Match match, List<String> recent) {
    int place = recent.indexOf(match.choice().id());
    return place < 0 ? recent.size() : place;
  }
}
