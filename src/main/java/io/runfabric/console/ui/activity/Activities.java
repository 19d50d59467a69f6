package io.runfabric.console.ui.activity;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.Activity.Result;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.ChoicePills;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.util.List;
import javafx.scene.control.Label;

/// The page of the activity log: a table like any other, of this project or of all.
public final class Activities {

  private Activities() {}

  public static View page(ViewContext context) {
    ActivityModel model =
        new ActivityModel(
            context.tasks(), context.writes(), context.clock(), context.project().file());
    ListingView<Activity> listing = new ListingView<>(Activities.listing(model), context);
    listing.addToToolbar(damaged(model));
    listing.addToToolbar(
        new ChoicePills("This project", "All projects", model.everyProjectProperty()::set));
    return listing;
  }

  private static Label damaged(ActivityModel model) {
    Label label = Texts.label("", Styles.HINT);
    label
        .textProperty()
        .bind(
            model
                .unreadableProperty()
                .map(lines ->
                    Texts.count(lines.longValue(), "line does not load", "lines do not load")));
    label.visibleProperty().bind(model.unreadableProperty().greaterThan(0));
    label.managedProperty().bind(label.visibleProperty());
    label.setTooltip(Texts.tooltip("A full disk, or an editor, cut lines of the log short"));
    return label;
  }

  static Listing<Activity> listing(ActivityModel model) {
    return new Listing<>(
        columns(),
        activity -> activity,
        _ -> Rows.own(model.activities(), model.stateProperty(), model::read, model),
        (activity, _) -> new Subject.OfActivity(activity),
        (activity, _) -> ShellWords.split(activity.doing().command()),
        new RowCount("activity", "activities"),
        "Filter, such as result:failed",
        new Listing.Absence(
            Icons.ACTIVITY,
            "Nothing was changed yet",
            "Whatever is changed from this machine, in this window or on the terminal, leaves a"
                + " line here: what, when, by whom, how it ended, and the command that does the"
                + " same."));
  }

  static List<Column<Activity>> columns() {
    return List.of(
        Column.time("time", "Time", 112, activity -> Timestamps.engine1(activity.at())),
        Column.of(
            "operation", "Operation", CellKind.TEXT, 152, activity -> activity.doing().operation()),
        Column.<Activity>of("result", "Result", CellKind.BADGE, 96, one -> one.result().word())
            .withTone(Activities::tone)
            .withNote(Activity::errorCode),
        Column.of("stage", "Stage", CellKind.STAGE, 120, activity -> activity.doing().stage()),
        Column.number("changed", "Changed", 88, Activity::changed, Texts::number),
        Column.of("by", "By", CellKind.TEXT, 152, activity -> activity.who().toString()),
        Column.of("command", "Command", CellKind.MONO, 360, activity -> activity.doing().command()),
        Column.<Activity>of(
                "service", "Service", CellKind.TEXT, 136, activity -> activity.doing().service())
            .hidden(),
        Column.<Activity>of(
                "backend", "Backend", CellKind.TEXT, 96, activity -> activity.doing().backend())
            .hidden(),
        Column.<Activity>of(
                "project", "Project", CellKind.MONO, 280, activity -> activity.doing().project())
            .hidden(),
        Column.<Activity>of("error", "Error", CellKind.TEXT, 120, Activity::errorCode).hidden(),
        Column.<Activity>of("snapshot", "Copy of before", CellKind.MONO, 280, Activity::snapshot)
            .hidden());
  }

  // Most end well, so that says itself.
  private static Tone tone(Activity activity) {
    return activity.result() == Result.OK
        ? Tone.NEUTRAL
        : activity.result() == Result.FAILED ? Tone.DANGER : Tone.WARNING;
  }
}
