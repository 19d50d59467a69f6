package io.runfabric.console.ui.wizard;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.ExhibitCard;
import java.time.Clock;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What would be done: in a sentence, with what to mind, and entry by entry.
final class PlanPage extends VBox {

  private static final double TABLE_SHARE = 0.62;
  private static final double MOST_HEAD = 260;
  private static final double LEAST_HEAD = 210;

  /// @param tasks arranges many rows
  PlanPage(Preview preview, Tasks tasks, Clock clock, Redactor redactor) {
    super(12);
    getStyleClass().add("plan-page");
    VBox head = new VBox(12, new Prose(preview.sentence(), "wizard-sentence"));
    if (!preview.possible()) {
      head.getChildren().add(notice(new Notice(Tone.DANGER, preview.obstacle())));
    }
    if (!preview.exhibits().isEmpty()) {
      head.getChildren().add(exhibits(preview.exhibits()));
    }
    preview.notices().forEach(notice -> head.getChildren().add(notice(notice)));
    if (preview.rows().isEmpty()) {
      getChildren().add(scrolling(head, Double.MAX_VALUE));
      return;
    }
    boolean crowded = !preview.exhibits().isEmpty() || preview.notices().size() > 2;
    if (crowded) {
      ScrollPane scroll = scrolling(head, MOST_HEAD);
      scroll.setMinHeight(LEAST_HEAD);
      getChildren().add(scroll);
    } else {
      getChildren().add(head);
    }
    Region rows = rows(preview.rows(), tasks, clock, redactor);
    setVgrow(rows, Priority.ALWAYS);
    getChildren().add(rows);
  }

  private static Region rows(List<PlanRow> rows, Tasks tasks, Clock clock, Redactor redactor) {
    PlanTable plan = PlanTable.ofPlan(rows, tasks, clock);
    List<PlanRow> matter = rows.stream().filter(PlanRow::matters).toList();
    TextField filter = new TextField();
    filter.setId("plan-filter");
    filter.setPromptText("Filter");
    filter.setAccessibleText("Filter the plan");
    filter.textProperty().bindBidirectional(plan.model().filterProperty());
    CheckBox changed = new CheckBox("Only what changes");
    changed.setId("plan-changed-only");
    changed
        .selectedProperty()
        .addListener((_, _, only) -> plan.model().setRows(only ? matter : rows));
    changed.setSelected(matter.size() < rows.size());
    changed.setDisable(matter.size() == rows.size());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            12,
            filter,
            space,
            Texts.label(Texts.count(rows.size(), "entry", "entries"), Styles.HINT),
            changed);
    bar.setAlignment(Pos.CENTER_LEFT);
    plan.table()
        .setPlaceholder(
            new EmptyState(
                Icons.OK, "Nothing changes", "All of it is stored already as it is wanted."));
    VBox.setVgrow(plan.table(), Priority.ALWAYS);
    VBox column = new VBox(8, bar, plan.table());
    // Where nothing differs there is nothing to be shown beneath.
    rows.stream()
        .filter(row -> !row.differences().isEmpty())
        .findFirst()
        .ifPresent(first -> {
          column.getChildren().set(1, withDifferences(plan, redactor));
          plan.model().select(List.of(first));
          plan.table().revealSelected();
        });
    return column;
  }

  private static SplitPane withDifferences(PlanTable plan, Redactor redactor) {
    DifferencesPane differences = new DifferencesPane();
    plan.model()
        .selectedProperty()
        .subscribe(chosen -> differences.show(chosen.stream().findFirst(), redactor));
    SplitPane split = new SplitPane(plan.table(), differences);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(TABLE_SHARE);
    split.getStyleClass().add("plan-split");
    VBox.setVgrow(split, Priority.ALWAYS);
    return split;
  }

  private static Node exhibits(List<Exhibit> exhibits) {
    GridPane cards = new GridPane(12, 12);
    for (Exhibit exhibit : exhibits) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / exhibits.size());
      cards.getColumnConstraints().add(share);
      cards.addRow(0, new ExhibitCard(exhibit));
    }
    return cards;
  }

  static Node notice(Notice notice) {
    Prose words = new Prose(notice.text());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, Icons.of(ExhibitCard.icon(notice.tone()), notice.tone()), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("notice", notice.tone().styleClass());
    return line;
  }

  static ScrollPane scrolling(Region content, double most) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    scroll.setMaxHeight(most);
    setVgrow(scroll, most == Double.MAX_VALUE ? Priority.ALWAYS : Priority.NEVER);
    return scroll;
  }
}
