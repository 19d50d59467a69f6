package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.detail.DetailLine.Field;
import io.runfabric.console.ui.style.Holding;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A name and its value, with a button that copies the value. Shows one field after the other.
final class FieldLine extends HBox {

  /// A longer value is cut on screen: one line must not take longer than a frame.
  static final int MOST_SHOWN = 2_000;

  private static final String DOTS = "•".repeat(8);

  private final FieldActions actions;
  private final Label name = Texts.paragraph("", "field-name");
  private final Label value = Texts.paragraph("", "field-value");
  private final Label aside = Texts.label("", Styles.HINT);
  private final Hyperlink link = new Hyperlink();
  private final VBox body = new VBox();
  private final FlowPane pair = new FlowPane();
  private final Button reveal = new Button("", Icons.of(Icons.REVEAL));
  private final Button copy = new Button("", Icons.of(Icons.COPY));

  FieldLine(FieldActions actions) {
    this.actions = actions;
    getStyleClass().add("field-line");
    link.setWrapText(true);
    link.setMinHeight(USE_PREF_SIZE);
    link.getStyleClass().add("field-value");
    body.getStyleClass().add("field-body");
    body.setMinWidth(0);
    HBox.setHgrow(body, Priority.ALWAYS);
    pair.getStyleClass().add("field-pair");
    pair.setRowValignment(VPos.CENTER);
    copy.getStyleClass().add("copy-button");
    copy.setTooltip(Texts.tooltip("Copy"));
    copy.setAlignment(Pos.CENTER);
    reveal.getStyleClass().addAll("copy-button", "reveal-field");
    reveal.setTooltip(Texts.tooltip("Hold down to show it"));
    reveal.managedProperty().bind(reveal.visibleProperty());
    new Holding(actions.reveal()).with(reveal);
    copy.managedProperty().bind(copy.visibleProperty());
    getChildren().addAll(name, body, reveal, copy);
  }

  void show(Field field) {
    aside.textProperty().unbind();
    value.getStyleClass().remove(Styles.MONO);
    name.setText(Texts.wrapped(field.name()));
    copy.setAccessibleText("Copy " + name.getText());
    copy.setOnAction(_ -> actions.copy().accept(field.value()));
    boolean masked = masked(field);
    copy.setVisible(!masked);
    reveal.setVisible(masked);
    reveal.setAccessibleText("Show " + name.getText() + " while held down");
    body.getChildren().setAll(masked ? masked() : shown(field));
  }

  /// Whether the redactor hides the value.
  static boolean masked(Field field) {
    return field.value().equals(Redactor.MASK);
  }

  private Node masked() {
    return pair(DOTS, "hidden");
  }

  private Node shown(Field field) {
    return switch (field.look()) {
      case TEXT -> text(field.value());
      case MONO -> mono(field.value());
      // With a part of it hidden, the address leads nowhere; with a part not seen, nobody knows
      // where.
      case ADDRESS ->
          field.value().contains(Redactor.MASK) || Unseen.in(field.value())
              ? mono(field.value())
              : address(field.value());
      case TIME -> time(field.value());
    };
  }

  private Node mono(String shown) {
    value.getStyleClass().add(Styles.MONO);
    return text(shown);
  }

  private Node text(String shown) {
    int hidden = shown.length() - MOST_SHOWN;
    if (hidden <= 0) {
      value.setText(Texts.wrapped(shown));
      return value;
    }
    value.setText(Texts.wrapped(shown.substring(0, MOST_SHOWN)) + "…");
    aside.setText(Texts.count(hidden, "more character", "more characters") + "; copy takes all");
    return new VBox(value, aside);
  }

  private Node address(String shown) {
    link.setText(Texts.wrapped(shown));
    link.setOnAction(_ -> {
      link.setVisited(false);
      actions.openAddress().accept(shown);
    });
    return link;
  }

  private Node time(String stored) {
    Optional<Instant> then = Timestamps.parse(stored);
    if (then.isEmpty()) {
      return text(stored);
    }
    aside
        .textProperty()
        .bind(actions.moment().map(moment -> Timestamps.relative(then.get(), moment)));
    return pair(Timestamps.shown(stored) + " UTC");
  }

  private Node pair(String shown, String beside) {
    aside.setText(beside);
    return pair(shown);
  }

  private Node pair(String shown) {
    value.setText(shown);
    pair.getChildren().setAll(value, aside);
    return pair;
  }
}
