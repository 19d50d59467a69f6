package io.runfabric.console.operation.drift;

import io.runfabric.console.config.FunctionSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The one setting that was changed since a deploy. A signature does not say what it was taken
/// over, but most settings have few values: the one that gives the receipt's signature is what it
/// was.
///
/// @param then at the deploy, as `memory: 256`; what stands in an environment is not shown
/// @param now in runfabric.yml
record ChangedSetting(String key, String then, String now) {

  private static final int MOST_MEMORY = 10_240;
  private static final int MOST_SECONDS = 900;
  private static final List<String> ARCHITECTURES = List.of("", "x86_64", "arm64", "amd64");

  /// What is changed on trial.
  private record Trial(FunctionSettings settings, ChangedSetting told) {}

  /// @param signature the receipt's
  /// @param runtimes that it may have been, such as that of the built package
  /// @return empty when more than one setting was changed, or one whose value nobody can guess
  static Optional<ChangedSetting> find(Meant meant, String signature, List<String> runtimes) {
    FunctionSettings now = meant.settings();
    return Stream.of(
            memories(now),
            timeouts(now),
            texts(now, "architecture", now.architecture(), ARCHITECTURES),
            texts(now, "runtime", now.runtime(), runtimes),
            maps(now, "environment", now.environment()),
            maps(now, "tags", now.tags()),
            layers(now))
        .flatMap(Function.identity())
        .filter(trial ->
            trial.settings().signature("").equals(signature)
                || trial.settings().signature(meant.runtime()).equals(signature))
        .map(Trial::told)
        .findFirst();
  }

  private static Stream<Trial> memories(FunctionSettings now) {
    return IntStream.rangeClosed(0, MOST_MEMORY)
        .filter(memory -> memory % 64 == 0 || memory % 100 == 0)
        .mapToObj(memory ->
            new Trial(
                now.withMemory(memory), told("memory", number(memory), number(now.memory()))));
  }

  private static Stream<Trial> timeouts(FunctionSettings now) {
    return IntStream.rangeClosed(0, MOST_SECONDS)
        .mapToObj(timeout ->
            new Trial(
                now.withTimeout(timeout), told("timeout", number(timeout), number(now.timeout()))));
  }

  private static String number(long value) {
    return value == 0 ? "" : Long.toString(value);
  }

  private static Stream<Trial> texts(
      FunctionSettings now, String key, String value, List<String> others) {
    return others.stream()
        .map(other ->
            new Trial(
                key.equals("runtime") ? now.withRuntime(other) : now.withArchitecture(other),
                told(key, other, value)));
  }

  private static Stream<Trial> maps(
      FunctionSettings now, String key, Optional<Map<String, String>> values) {
    if (values.isEmpty()) {
      return Stream.of(new Trial(with(now, key, Optional.of(Map.of())), told(key, "{}", "")));
    }
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial(with(now, key, Optional.empty()), told(key, "", "there")));
    for (String one : values.get().keySet()) {
      Map<String, String> without = new HashMap<>(values.get());
      without.remove(one);
      trials.add(
          new Trial(with(now, key, Optional.of(without)), told(key + "." + one, "", "there")));
    }
    return trials.stream();
  }

  private static FunctionSettings with(
      FunctionSettings now, String key, Optional<Map<String, String>> values) {
    return key.equals("tags") ? now.withTags(values) : now.withEnvironment(values);
  }

  private static Stream<Trial> layers(FunctionSettings now) {
    List<String> all = now.layers().orElse(List.of());
    List<Trial> trials = new ArrayList<>();
    trials.add(
        new Trial(now.withLayers(Optional.empty()), told("layers", "", String.join(", ", all))));
    for (int i = 0; i < all.size(); i++) {
      List<String> without = new ArrayList<>(all);
      String removed = without.remove(i);
      trials.add(
          new Trial(now.withLayers(Optional.of(without)), told("layers", "without it", removed)));
    }
    return trials.stream();
  }

  private static ChangedSetting told(String key, String then, String now) {
    return new ChangedSetting(key, key + ": " + absent(then), key + ": " + absent(now));
  }

  private static String absent(String value) {
    return value.isEmpty() ? "not set" : value;
  }
}
