package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.JsonText.Match;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Searching within a document: what is found, and which occurrence is looked at. Use it on the FX
/// thread.
public final class JsonSearch {

  /// Texts up to this many characters are searched at once, which takes a few milliseconds; longer
  /// ones in the background.
  static final int SOON_SEARCHED = 2_000_000;

  /// The occurrences and the current one.
  ///
  /// @param current index of the one looked at; negative when there is none
  public record Result(List<Match> matches, int current) {

    static final Result NONE = new Result(List.of(), -1);

    public Optional<Match> currentMatch() {
      return current < 0 ? Optional.empty() : Optional.of(matches.get(current));
    }

    /// `3 of 17`, `no match`, or nothing when nothing is searched.
    public String words(String searched) {
      if (searched.isEmpty()) {
        return "";
      }
      if (matches.isEmpty()) {
        return "No match";
      }
      String more = matches.size() == JsonText.MOST_MATCHES ? "+" : "";
      return (current + 1) + " of " + matches.size() + more;
    }
  }

  private final ReadOnlyObjectWrapper<Result> result =
      new ReadOnlyObjectWrapper<>(this, "result", Result.NONE);
  private final ReadOnlyBooleanWrapper searching =
      new ReadOnlyBooleanWrapper(this, "searching", false);
  private final Tasks tasks;
  private Optional<RunningTask> running = Optional.empty();
  private JsonText text = new JsonText("");
  private String words = "";

  public JsonSearch(Tasks tasks) {
    this.tasks = tasks;
  }

  public ReadOnlyObjectProperty<Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  public Result result() {
    return result.get();
  }

  /// Whether the result is still to come.
  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /// Looks at another text, for the same words.
  public void in(JsonText other) {
    text = other;
    find(words);
  }

  /// Looks for other words; the first occurrence becomes the current one.
  public void find(String searched) {
    words = searched;
    running.ifPresent(RunningTask::cancel);
    running = Optional.empty();
    JsonText searchedText = text;
    if (searched.isEmpty() || searchedText.text().length() <= SOON_SEARCHED) {
      found(searchedText.find(searched));
      return;
    }
    result.set(Result.NONE);
    searching.set(true);
    RunningTask task =
        tasks.start(
            Job.passing("Searching", (_, _) -> searchedText.find(searched), this::found)
                .orElse(_ -> found(List.of())));
    if (task.runningProperty().get()) {
      running = Optional.of(task);
    }
  }

  private void found(List<Match> matches) {
    searching.set(false);
    result.set(new Result(matches, matches.isEmpty() ? -1 : 0));
  }

  /// Goes to the next occurrence, after the last one to the first.
  public void next() {
    step(1);
  }

  /// Goes to the occurrence before, before the first one to the last.
  public void previous() {
    step(-1);
  }

  private void step(int by) {
    Result now = result.get();
    if (!now.matches().isEmpty()) {
      int size = now.matches().size();
      result.set(new Result(now.matches(), Math.floorMod(now.current() + by, size)));
    }
  }
}
