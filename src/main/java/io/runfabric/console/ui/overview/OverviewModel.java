package io.runfabric.console.ui.overview;

import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.Problem;
import io.runfabric.console.model.Stages;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.operation.Overview.StageLine;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the overview page says, without nodes.
///
/// @param stages production stages first, then by name
/// @param notices what is not shown, or may surprise
public record OverviewModel(
    List<Tile> tiles, List<Concern> attention, List<StageLine> stages, List<Notice> notices) {

  /// One number.
  ///
  /// @param tone neutral while there is nothing to do about it
  /// @param place the rows behind the number
  public record Tile(
      Subject subject, String title, long number, String caption, Tone tone, Place place) {

    /// What is counted.
    public enum Subject {
      RECEIPTS,
      RECORDS,
      LOCKS,
      INTERRUPTED,
      UNREADABLE
    }
  }

  /// One thing that asks for action, and where it is.
  public record Concern(Attention attention, Place place) {}

  /// One thing to know.
  public record Notice(Tone tone, String text) {}

  /// What the page needs beside the sums.
  ///
  /// @param otherBackends stages that keep their state in another kind of backend
  public record Surroundings(
      List<WorkspaceRows> workspaces,
      Map<String, BackendKind> otherBackends,
      List<Problem> warnings) {}

  /// Puts the page together.
  public static OverviewModel of(Overview overview, Surroundings around) {
    return new OverviewModel(
        tiles(overview),
        overview.attention().stream().map(OverviewModel::concern).toList(),
        overview.stages().stream()
            .sorted(
                Comparator.comparing((StageLine line) -> !Stages.production(line.stage()))
                    .thenComparing(StageLine::stage))
            .toList(),
        notices(overview, around));
  }

  private static List<Tile> tiles(Overview sums) {
    long badLocks = sums.locksStale() + sums.locksUnreadable();
    return List.of(
        new Tile(
            Tile.Subject.RECEIPTS,
            "Receipts",
            sums.receipts(),
            "one per stage",
            Tone.NEUTRAL,
            Place.RECEIPTS.filtered("kind:receipt")),
        new Tile(
            Tile.Subject.RECORDS,
            "State records",
            sums.records(),
            "of engine 1",
            Tone.NEUTRAL,
            Place.RECEIPTS.filtered("kind:record")),
        new Tile(
            Tile.Subject.LOCKS,
            "Locks held",
            sums.locksHeld(),
            lockCaption(sums),
            badLocks > 0 ? Tone.WARNING : Tone.NEUTRAL,
            Place.LOCKS.whole()),
        new Tile(
            Tile.Subject.INTERRUPTED,
            "Interrupted",
            sums.journalsInterrupted(),
            sums.journalsInterrupted() == 0 ? "every run ended" : "to be recovered",
            sums.journalsInterrupted() > 0 ? Tone.DANGER : Tone.SUCCESS,
            sums.journalsInterrupted() > 0
                ? Place.JOURNALS.filtered("status:interrupted")
                : Place.JOURNALS.whole()),
        new Tile(
            Tile.Subject.UNREADABLE,
            "Unreadable",
            sums.unreadable(),
            sums.unreadable() == 0 ? "all of them load" : "do not load",
            sums.unreadable() > 0 ? Tone.DANGER : Tone.SUCCESS,
            sums.unreadable() > 0
                ? Place.RECEIPTS.filtered("health:unreadable")
                : Place.RECEIPTS.whole()));
  }

  private static String lockCaption(Overview sums) {
    List<String> parts = new ArrayList<>();
    if (sums.locksStale() > 0) {
      parts.add(sums.locksStale() + " stale");
    }
    if (sums.locksUnreadable() > 0) {
      parts.add(sums.locksUnreadable() + " unreadable");
    }
    return parts.isEmpty() ? "none stale" : "and " + String.join(", ", parts);
  }

  private static Concern concern(Attention attention) {
    String subject = attention.subject();
    String lastPart = subject.substring(subject.lastIndexOf('/') + 1);
    return new Concern(
        attention,
        switch (attention.kind()) {
          case ENTRY -> Place.RECEIPTS.filtered(subject);
          case LOCK -> Place.LOCKS.filtered(lastPart);
          case JOURNAL -> Place.JOURNALS.filtered(lastPart);
          case PROJECT -> Place.OVERVIEW;
        });
  }

  private static List<Notice> notices(Overview overview, Surroundings around) {
    List<Notice> notices = new ArrayList<>();
    around.warnings().forEach(problem -> notices.add(new Notice(Tone.WARNING, problem.sentence())));
    workspaces(around.workspaces(), notices);
    otherBackends(around.otherBackends(), notices);
    others(overview.otherServices(), notices);
    return List.copyOf(notices);
  }

  private static void others(Map<String, Long> services, List<Notice> notices) {
    long entries = services.values().stream().mapToLong(Long::longValue).sum();
    if (entries > 0) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              "Not shown: "
                  + Texts.count(entries, "entry", "entries")
                  + " of "
                  + Texts.count(services.size(), "other service", "other services")
                  + " in the same backend ("
                  + services.keySet().stream().sorted().limit(5).collect(Collectors.joining(", "))
                  + (services.size() > 5 ? ", …" : "")
                  + ")."));
    }
  }

  private static void workspaces(List<WorkspaceRows> workspaces, List<Notice> notices) {
    List<WorkspaceRows> others = workspaces.stream().filter(row -> !row.chosen()).toList();
    if (!others.isEmpty()) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              "The database also holds "
                  + Texts.count(others.size(), "other workspace", "other workspaces")
                  + ": "
                  + others.stream()
                      .limit(5)
                      .map(row ->
                          "“"
                              + row.id()
                              + "” ("
                              + Texts.count(row.entries(), "entry", "entries")
                              + ")")
                      .collect(Collectors.joining(", "))
                  + (others.size() > 5 ? ", …" : "")
                  + ". "
                  + workspaces.stream()
                      .filter(WorkspaceRows::chosen)
                      .findFirst()
                      .map(row -> "This project reads “" + row.id() + "”.")
                      .orElse("None of them is this project's.")));
    }
  }

  private static void otherBackends(Map<String, BackendKind> elsewhere, List<Notice> notices) {
    if (!elsewhere.isEmpty()) {
      notices.add(
          new Notice(
              Tone.NEUTRAL,
              (elsewhere.size() == 1 ? "One stage keeps" : elsewhere.size() + " stages keep")
                  + " receipts in another backend: "
                  + elsewhere.entrySet().stream()
                      .limit(5)
                      .map(stage -> stage.getKey() + " in " + stage.getValue())
                      .collect(Collectors.joining(", "))
                  + (elsewhere.size() > 5 ? ", …" : "")
                  + ". Choose the stage above to see them."));
    }
  }
}
