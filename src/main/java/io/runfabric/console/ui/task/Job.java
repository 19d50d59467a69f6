package io.runfabric.console.ui.task;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A piece of work to be started with [Tasks#start(Job)].
///
/// @param title what it does, such as `Loading checkout-api`
/// @param succeeded takes the result, on the FX thread
/// @param failed takes the failure, on the FX thread; without it the window alone tells
/// @param unwanted takes, on the FX thread, a result that arrived after the work was cancelled
/// @param telling words the result in a few words, in the background
/// @param again what doing it once more takes, when that makes sense
public record Job<T>(
    String title,
    Nature nature,
    Tasks.Work<T> work,
    Consumer<T> succeeded,
    Optional<Consumer<Failure>> failed,
    Consumer<T> unwanted,
    Function<T, String> telling,
    Optional<Runnable> again) {

  /// A moment's work.
  public static <T> Job<T> passing(String title, Tasks.Work<T> work, Consumer<T> succeeded) {
    return of(title, Nature.PASSING, work, succeeded);
  }

  public static <T> Job<T> reading(String title, Tasks.Work<T> work, Consumer<T> succeeded) {
    return of(title, Nature.READING, work, succeeded);
  }

  /// Work that changes what others see.
  public static <T> Job<T> writing(String title, Tasks.Work<T> work, Consumer<T> succeeded) {
    return of(title, Nature.WRITING, work, succeeded);
  }

  private static <T> Job<T> of(
      String title, Nature nature, Tasks.Work<T> work, Consumer<T> succeeded) {
    return new Job<>(
        title, nature, work, succeeded, Optional.empty(), _ -> {}, _ -> "", Optional.empty());
  }

  /// Whoever shows the failure of passing work does so alone.
  public Job<T> orElse(Consumer<Failure> handler) {
    return new Job<>(
        title, nature, work, succeeded, Optional.of(handler), unwanted, telling, again);
  }

  /// For results that hold something open.
  public Job<T> unwanted(Consumer<T> handler) {
    return new Job<>(title, nature, work, succeeded, failed, handler, telling, again);
  }

  public Job<T> telling(Function<T, String> words) {
    return new Job<>(title, nature, work, succeeded, failed, unwanted, words, again);
  }

  public Job<T> again(Runnable action) {
    return new Job<>(
        title, nature, work, succeeded, failed, unwanted, telling, Optional.of(action));
  }

  /// Whether the window itself tells of a failure.
  boolean announced() {
    return nature != Nature.PASSING || failed.isEmpty();
  }
}
