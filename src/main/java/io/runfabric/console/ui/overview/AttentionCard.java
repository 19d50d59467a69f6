package io.runfabric.console.ui.overview;

import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What asks for action, most pressing first; each line leads to its row.
final class AttentionCard extends VBox {

  private static final int SHOWN_AT_FIRST = 6;
  private static final int MOST_SHOWN = 200;
  private static final double SUBJECT_PERCENT = 36;

  private final Consumer<Place> open;
  private final VBox lines = new VBox();
  private final HBox heading = new HBox(8);
  private List<OverviewModel.Concern> concerns = List.of();
  private boolean all;

  AttentionCard(Consumer<Place> open) {
    this.open = open;
    getStyleClass().addAll("card", "list-card");
    heading.getStyleClass().add("card-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(heading, lines);
  }

  void show(List<OverviewModel.Concern> found) {
    concerns = found;
    heading.getChildren().setAll(Texts.label("Needs attention", "section-title"));
    if (!found.isEmpty()) {
      boolean critical =
          found.stream().anyMatch(c -> c.attention().severity() == Attention.Severity.CRITICAL);
      heading
          .getChildren()
          .add(new Badge(Texts.number(found.size()), critical ? Tone.DANGER : Tone.WARNING));
    }
    showLines();
  }

  private void showLines() {
    lines.getChildren().clear();
    if (concerns.isEmpty()) {
      HBox fine =
          new HBox(
              12,
              Icons.of(Icons.OK, Tone.SUCCESS),
              Texts.label("Nothing asks for attention.", "muted"));
      fine.setAlignment(Pos.CENTER_LEFT);
      fine.getStyleClass().add("list-line");
      lines.getChildren().add(fine);
      return;
    }
    // A button that shows a single line more would take the place of that line.
    boolean fits = concerns.size() <= SHOWN_AT_FIRST + 1;
    concerns.stream()
        .limit(fits || all ? MOST_SHOWN : SHOWN_AT_FIRST)
        .forEach(concern -> lines.getChildren().add(line(concern)));
    if (!fits) {
      Button more = new Button(all ? "Show fewer" : "Show all " + Texts.number(concerns.size()));
      more.getStyleClass().addAll("more-button", atlantafx.base.theme.Styles.FLAT);
      more.setOnAction(_ -> {
        all = !all;
        showLines();
      });
      lines.getChildren().add(more);
    }
  }

  private RowButton line(OverviewModel.Concern concern) {
    Attention attention = concern.attention();
    Label subject = Texts.label(attention.subject(), "attention-subject");
    subject.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    subject.setTooltip(Texts.tooltip(attention.subject()));
    Label message = Texts.label(Texts.sentence(attention.message()), "muted");
    message.setTooltip(Texts.tooltip(Texts.sentence(attention.message())));
    GridPane words = new GridPane();
    words.setHgap(16);
    words.setMinWidth(0);
    words.getColumnConstraints().addAll(column(SUBJECT_PERCENT), column(100 - SUBJECT_PERCENT));
    words.add(subject, 0, 0);
    words.add(message, 1, 0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, icon(attention.severity()), words, Icons.of(Icons.FORWARD));
    row.setAlignment(Pos.CENTER_LEFT);
    RowButton button =
        new RowButton(
            row,
            attention.severity() + ": " + attention.subject() + ": " + attention.message(),
            () -> open.accept(concern.place()));
    button.getStyleClass().add("list-line");
    return button;
  }

  private static FontIcon icon(Attention.Severity severity) {
    return switch (severity) {
      case CRITICAL -> Icons.of(Icons.CRITICAL, Tone.DANGER);
      case WARNING -> Icons.of(Icons.WARNING, Tone.WARNING);
      case INFO -> Icons.of(Icons.INFO, Tone.ACCENT);
    };
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setMinWidth(0);
    return column;
  }
}
