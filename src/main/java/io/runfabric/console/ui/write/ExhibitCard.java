package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Exhibit.Fact;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// One exhibit: its title with a pill, the facts, and what they come to.
public final class ExhibitCard extends VBox {

  private static final double NAME_WIDTH = 96;

  public ExhibitCard(Exhibit exhibit) {
    super(10);
    getStyleClass().addAll(Styles.CARD, "exhibit");
    Label title = Texts.label(exhibit.title(), "exhibit-title");
    title.getStyleClass().add(StageBadge.tone(exhibit.title()).styleClass());
    HBox heading = new HBox(8, title);
    heading.setAlignment(Pos.CENTER_LEFT);
    if (!exhibit.word().isEmpty()) {
      heading.getChildren().add(new Badge(exhibit.word(), exhibit.tone()));
    }
    getChildren().addAll(heading, facts(exhibit));
    if (!exhibit.meaning().isEmpty()) {
      getChildren().add(meaning(exhibit));
    }
  }

  private static GridPane facts(Exhibit exhibit) {
    GridPane grid = new GridPane(12, 6);
    ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    grid.getColumnConstraints().addAll(names, values);
    int row = 0;
    for (Fact fact : exhibit.facts()) {
      if (!fact.value().isEmpty()) {
        Label value = Texts.paragraph(fact.value());
        if (fact.exact()) {
          value.getStyleClass().add(Styles.MONO);
        }
        Label name = Texts.paragraph(fact.name(), Styles.MUTED);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(row++, name, value);
      }
    }
    return grid;
  }

  private static HBox meaning(Exhibit exhibit) {
    Tone tone = exhibit.severity();
    Prose words = new Prose(exhibit.meaning());
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Region icon = new HBox(Icons.of(icon(tone), tone));
    HBox line = new HBox(10, icon, words);
    line.getStyleClass().addAll("exhibit-meaning", tone.styleClass());
    return line;
  }

  /// The icon that goes with a tone.
  public static Ikon icon(Tone tone) {
    return switch (tone) {
      case DANGER -> Icons.CRITICAL;
      case WARNING -> Icons.WARNING;
      case SUCCESS -> Icons.OK;
      case ACCENT, NEUTRAL -> Icons.INFO;
    };
  }
}
