package io.runfabric.console.ui.drift;

import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.Mend;
import io.runfabric.console.ui.listing.Offer;
import io.runfabric.console.ui.listing.PageActions;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.receipts.Removing;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;

/// What can be done about a finding. Nothing here touches the cloud.
record DriftActions(ViewContext context, DriftModel model) implements PageActions.Maker<DriftRow> {

  @Override
  public PageActions make(ReadOnlyObjectProperty<List<DriftRow>> selected, Supplier<Window> owner) {
    return new PageActions(
        List.of(
            reading(
                selected,
                one -> one.mend() == Mend.RECOVER || one.mend() == Mend.ARCHIVE,
                "Open the runbook",
                Icons.JOURNALS,
                this::runbook),
            writing(
                selected,
                one -> one.mend() == Mend.RESTORE,
                "Restore from a backup…",
                Icons.RESTORE,
                one ->
                    context.start(
                        new Errand.Restore(
                            Optional.empty(), Optional.of(one.stage()), /* undo= */ false))),
            writing(
                selected,
                one -> one.mend() == Mend.REKEY,
                "Re-key…",
                Icons.REKEY,
                _ -> context.start(new Errand.Rekey("", ""))),
            writing(
                selected,
                one -> one.mend() == Mend.REMOVE,
                "Remove the entry…",
                Icons.CLEAR,
                one -> context.ask(new Removing("receipt", one.stage(), ""), owner.get())),
            ignore(selected, owner),
            count(selected, owner),
            reading(
                selected,
                one -> !one.stage().isEmpty(),
                "Show the entry",
                Icons.RECEIPTS,
                one -> context.open(Place.RECEIPTS.filtered("stage=" + one.stage())))),
        List.of(),
        _ -> Optional.empty());
  }

  private Offer ignore(ReadOnlyObjectProperty<List<DriftRow>> selected, Supplier<Window> owner) {
    return new Offer(
        new Command(
            "Ignore…",
            Icons.HIDE,
            List.of(),
            context.writable(),
            () -> {
              if (selected.get().getFirst() instanceof DriftRow.Found(var finding)) {
                LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
                context.ask(new Ignoring(finding, today, model::ignored), owner.get());
              }
            }),
        selected.map(rows -> rows.size() == 1 && rows.getFirst() instanceof DriftRow.Found));
  }

  private Offer count(ReadOnlyObjectProperty<List<DriftRow>> selected, Supplier<Window> owner) {
    return new Offer(
        new Command(
            "Count it again…",
            Icons.REVEAL,
            List.of(),
            context.writable(),
            () -> {
              if (selected.get().getFirst() instanceof DriftRow.Ignored(var ignored)) {
                context.ask(new Counting(ignored, model::counts), owner.get());
              }
            }),
        selected.map(rows -> rows.size() == 1 && rows.getFirst() instanceof DriftRow.Ignored));
  }

  // Where the row is that the runbook is about.
  private void runbook(DriftFinding finding) {
    ProjectModel project = context.project();
    String stage = finding.stage();
    context.open(
        project.journals().stream()
            .filter(journal -> journal.stage().equals(stage))
            .findFirst()
            .map(journal -> Place.JOURNALS.at(journal.ref()))
            .or(() ->
                project.locks().stream()
                    .filter(lock -> lock.stage().equals(stage))
                    .findFirst()
                    .map(lock -> Place.LOCKS.at(lock.ref())))
            .orElseGet(() -> Place.RECEIPTS.filtered("stage=" + stage)));
  }

  private static Offer reading(
      ReadOnlyObjectProperty<List<DriftRow>> selected,
      Predicate<DriftFinding> fits,
      String title,
      Ikon icon,
      Consumer<DriftFinding> action) {
    return offer(selected, fits, title, icon, new SimpleBooleanProperty(true).asObject(), action);
  }

  private Offer writing(
      ReadOnlyObjectProperty<List<DriftRow>> selected,
      Predicate<DriftFinding> fits,
      String title,
      Ikon icon,
      Consumer<DriftFinding> action) {
    return offer(selected, fits, title, icon, context.writable(), action);
  }

  private static Offer offer(
      ReadOnlyObjectProperty<List<DriftRow>> selected,
      Predicate<DriftFinding> fits,
      String title,
      Ikon icon,
      ObservableValue<Boolean> enabled,
      Consumer<DriftFinding> action) {
    return new Offer(
        new Command(
            title,
            icon,
            List.of(),
            enabled,
            () -> one(selected.get()).filter(fits).ifPresent(action)),
        selected.map(rows -> one(rows).filter(fits).isPresent()));
  }

  private static Optional<DriftFinding> one(List<DriftRow> rows) {
    return rows.size() == 1 ? rows.getFirst().finding() : Optional.empty();
  }
}
