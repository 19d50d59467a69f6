package io.runfabric.console.backend.race;

import io.runfabric.console.backend.race.FireLog.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What the logs of all processes together tell.
///
/// @param grounds how often each step was made on each ground
/// @param twoHolders who had a lock while another had it
/// @param lateWrites who wrote though another had taken the lock before that write began
record FireReport(
    Map<String, Map<Step, Integer>> grounds, List<String> twoHolders, List<String> lateWrites) {

  /// A process's log.
  ///
  /// @param killed when its process was about to be killed, on the steady clock
  record Source(Path file, OptionalLong killed) {}

  private record Line(Step step, String ground, String token, long before, long after) {

    static Line of(String text) {
      String[] parts = text.split(" ", -1);
      return new Line(
          Step.valueOf(parts[0]),
          parts[1],
          parts[2],
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]));
    }
  }

  // From when to when somebody had a lock for certain: its lease counts from before it asked.
  private record Holding(String process, Line took, long end) {

    @Override
    public String toString() {
      return process + " as " + took.token() + " from " + took.after() + " to " + end;
    }
  }

  /// Reads the logs.
  ///
  /// @param lease how long a lock is held without a renewal
  static FireReport of(List<Source> sources, Duration lease) throws IOException {
    Map<String, Map<Step, Integer>> grounds = new TreeMap<>();
    Map<String, List<Holding>> holdings = new HashMap<>();
    Map<String, List<Line>> writes = new HashMap<>();
    for (Source source : sources) {
      List<Line> lines = lines(source.file());
      for (Line line : lines) {
        grounds
            .computeIfAbsent(line.ground(), _ -> new EnumMap<>(Step.class))
            .merge(line.step(), 1, Integer::sum);
        if (line.step() == Step.WROTE) {
          writes.computeIfAbsent(line.ground(), _ -> new ArrayList<>()).add(line);
        }
      }
      for (Holding holding : holdings(source, lines, lease)) {
        holdings.computeIfAbsent(holding.took().ground(), _ -> new ArrayList<>()).add(holding);
      }
    }
    List<String> twoHolders = new ArrayList<>();
    List<String> lateWrites = new ArrayList<>();
    holdings.forEach((ground, held) -> {
      held.sort(Comparator.comparingLong(one -> one.took().after()));
      twoHolders.addAll(overlaps(ground, held));
      lateWrites.addAll(late(held, writes.getOrDefault(ground, List.of())));
    });
    return new FireReport(grounds, twoHolders, lateWrites);
  }

  // The last line may be half written: its process was killed.
  private static List<Line> lines(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Line::of).toList();
  }

  /// The last step in a log.
  static Optional<Step> last(Path log) throws IOException {
    List<Line> lines = lines(log);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().step());
  }

  private static List<Holding> holdings(Source source, List<Line> lines, Duration lease) {
    Map<String, Holding> holdings = new LinkedHashMap<>();
    String process = String.valueOf(source.file().getFileName());
    long last = source.killed().orElse(Long.MAX_VALUE);
    for (Line line : lines) {
      switch (line.step()) {
        case TOOK ->
            holdings.put(
                line.token(),
                new Holding(process, line, Math.min(last, line.before() + lease.toNanos())));
        case KEPT ->
            holdings.computeIfPresent(
                line.token(),
                (_, held) ->
                    new Holding(
                        process, held.took(), Math.min(last, line.before() + lease.toNanos())));
        case GAVE, LOST ->
            holdings.computeIfPresent(
                line.token(),
                (_, held) ->
                    new Holding(process, held.took(), Math.min(held.end(), line.before())));
        case WROTE, REFUSED -> {}
      }
    }
    return List.copyOf(holdings.values());
  }

  private static List<String> overlaps(String ground, List<Holding> byStart) {
    List<String> overlaps = new ArrayList<>();
    Holding longest = byStart.getFirst();
    for (Holding next : byStart.subList(1, byStart.size())) {
      if (next.took().after() < longest.end() && next.took().after() < next.end()) {
        overlaps.add(ground + ": " + longest + " and " + next);
      }
      if (next.end() > longest.end()) {
        longest = next;
      }
    }
    return overlaps;
  }

  private static List<String> late(List<Holding> holdings, List<Line> writes) {
    Map<String, Holding> byToken = new HashMap<>();
    holdings.forEach(holding -> byToken.put(holding.took().token(), holding));
    List<String> late = new ArrayList<>();
    for (Line write : writes) {
      long since = byToken.get(write.token()).took().after();
      holdings.stream()
          .filter(other ->
              !other.took().token().equals(write.token())
                  && other.took().before() > since
                  && other.took().after() < write.before())
          .findFirst()
          .ifPresent(other -> late.add(write + " after " + other));
    }
    return late;
  }

  int count(Step step) {
    return grounds.values().stream().mapToInt(steps -> steps.getOrDefault(step, 0)).sum();
  }
}
