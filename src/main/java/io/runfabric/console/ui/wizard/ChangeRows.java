package io.runfabric.console.ui.wizard;

import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.PlannedChange.Action;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.change.StageStanding.Standing;
import io.runfabric.console.operation.change.Verdict;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A plan of changes, and what became of it, for a wizard.
public final class ChangeRows {

  private static final int MOST_NAMED = 8;

  private ChangeRows() {}

  /// The plan entry by entry.
  ///
  /// @param from where the documents come from, such as `the backup`
  public static List<PlanRow> of(ChangePlan plan, String from) {
    return plan.changes().stream().map(change -> row(change, from)).toList();
  }

  private static PlanRow row(PlannedChange change, String from) {
    return new PlanRow(
        change.name(),
        change.verdict().words(from),
        change.verdict().conflict(),
        word(change),
        switch (change.action()) {
          case WRITE -> change.verdict() == Verdict.CREATE ? Tone.SUCCESS : Tone.ACCENT;
          case REMOVE, REFUSE -> Tone.DANGER;
          case LEAVE -> Tone.NEUTRAL;
        },
        change.effective(),
        change.changes());
  }

  private static String word(PlannedChange change) {
    return switch (change.action()) {
      case WRITE -> change.verdict() == Verdict.CREATE ? "create" : "replace";
      case REMOVE -> "remove";
      case LEAVE -> "leave";
      case REFUSE -> "conflict";
    };
  }

  /// What the plan comes to: `3 entries are created and 1 is replaced; 12 stay as they are.`
  public static String sentence(ChangePlan plan) {
    long created =
        plan.with(Action.WRITE).stream()
            .filter(change -> change.verdict() == Verdict.CREATE)
            .count();
    long replaced = plan.with(Action.WRITE).size() - created;
    List<String> parts = new ArrayList<>();
    add(parts, created, "created");
    add(parts, replaced, "replaced");
    add(parts, plan.with(Action.REMOVE).size(), "removed");
    long left = plan.with(Action.LEAVE).size();
    String stays = left == 0 ? "" : Texts.number(left) + (left == 1 ? " stays" : " stay");
    if (parts.isEmpty()) {
      return left == 0
          ? "Nothing changes."
          : "Nothing changes: " + stays + " as " + (left == 1 ? "it is." : "they are.");
    }
    String all = parts.getLast();
    if (parts.size() > 1) {
      all = String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + all;
    }
    return all
        + (stays.isEmpty() ? "." : "; " + stays + (left == 1 ? " as it is." : " as they are."));
  }

  private static void add(List<String> parts, long count, String done) {
    if (count > 0) {
      String subject =
          parts.isEmpty() ? Texts.count(count, "entry", "entries") : Texts.number(count);
      parts.add(subject + (count == 1 ? " is " : " are ") + done);
    }
  }

  /// Why the plan cannot be done: what is in conflict; empty when nothing is.
  public static String obstacle(ChangePlan plan) {
    List<PlannedChange> refused = plan.refused();
    if (refused.isEmpty()) {
      return "";
    }
    return Texts.count(refused.size(), "entry is", "entries are")
        + " in conflict: what is stored may be newer, or is not to be replaced ("
        + named(refused.stream().map(PlannedChange::name).toList())
        + "). Go back to the options to skip or overwrite what is in conflict.";
  }

  /// The first production stage that changes: its name is to be typed.
  public static Optional<Guard> guard(List<PlannedChange> changes) {
    return Guard.ofAny(changes.stream().map(PlannedChange::stage).toList());
  }

  /// Whether somebody holds what would be locked.
  public static List<Notice> locks(List<StageStanding> standings) {
    List<Notice> notices = new ArrayList<>();
    List<String> held = standing(standings, Standing.HELD);
    if (!held.isEmpty()) {
      notices.add(
          new Notice(
              Tone.WARNING,
              "Held now, so that it would be refused: "
                  + named(held)
                  + ". Wait, or unlock first."));
    }
    List<String> stale = standing(standings, Standing.STALE);
    if (!stale.isEmpty()) {
      notices.add(
          new Notice(
              Tone.WARNING,
              "A lock whose lease has ended is in the way: "
                  + named(stale)
                  + ". Unlock it first."));
    }
    if (!standing(standings, Standing.UNKNOWN).isEmpty()) {
      notices.add(
          new Notice(Tone.WARNING, "It could not be seen whether somebody holds a lock there."));
    }
    return notices;
  }

  private static List<String> standing(List<StageStanding> all, Standing wanted) {
    return all.stream()
        .filter(one -> one.standing() == wanted)
        .map(one -> one.what() + (one.holder().isEmpty() ? "" : " (" + one.holder() + ")"))
        .toList();
  }

  /// What was not done, and why.
  public static List<Notice> unfinished(Outcome outcome) {
    List<Notice> notices = new ArrayList<>();
    outcome.failed().stream()
        .limit(MOST_NAMED)
        .forEach(one ->
            notices.add(
                new Notice(
                    Tone.DANGER,
                    one.change().name() + ": " + one.why().sentence() + ". " + remedy(one))));
    if (outcome.failed().size() > MOST_NAMED) {
      notices.add(
          new Notice(
              Tone.DANGER,
              "and " + Texts.number(outcome.failed().size() - MOST_NAMED) + " more failed."));
    }
    outcome.stopped().ifPresent(why -> notices.add(new Notice(Tone.DANGER, why.sentence() + ".")));
    if (!outcome.open().isEmpty()) {
      notices.add(
          new Notice(
              Tone.WARNING,
              "Not begun: "
                  + named(outcome.open().stream().map(PlannedChange::name).toList())
                  + ". The same again goes on where this stopped."));
    }
    return notices;
  }

  private static String remedy(Outcome.Failed one) {
    return one.why().remedy().isEmpty() ? "" : Texts.sentence(one.why().remedy()) + ".";
  }

  /// Some of these by name, and how many more.
  public static String named(List<String> names) {
    int more = names.size() - MOST_NAMED;
    return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + Texts.number(more) + " more" : "");
  }
}
