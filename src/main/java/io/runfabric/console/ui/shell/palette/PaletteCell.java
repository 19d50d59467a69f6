package io.runfabric.console.ui.shell.palette;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.shell.palette.Fuzzy.Match;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One choice: what it is called with the letters that match, what tells it apart, its shortcut.
final class PaletteCell extends ListCell<Match> {

  private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

  private final StackPane icon = new StackPane();
  private final HBox words = new HBox();
  private final Label keys = Texts.label("", "palette-keys");
  private final Label kind = Texts.label("", "palette-kind");
  private final HBox row = new HBox(12, icon, words, kind, keys);

  PaletteCell(Consumer<Choice> choose) {
    getStyleClass().add("palette-cell");
    row.setAlignment(Pos.CENTER_LEFT);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    // What is too long is cut off, not laid over what stands beside it.
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(words.widthProperty());
    clip.heightProperty().bind(words.heightProperty());
    words.setClip(clip);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    keys.managedProperty().bind(keys.visibleProperty());
    kind.setMinWidth(Region.USE_PREF_SIZE);
    row.setMinWidth(0);
    setPrefWidth(0);
    setOnMouseClicked(_ -> {
      if (getItem() != null) {
        choose.accept(getItem().choice());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Match match, boolean empty) {
    super.updateItem(match, empty);
    pseudoClassStateChanged(UNAVAILABLE, match != null && !match.choice().enabled());
    if (empty || match == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Choice choice = match.choice();
    icon.getChildren().setAll(Icons.of(choice.icon()));
    List<Node> texts = new ArrayList<>();
    add(texts, choice.title(), match.inTitle(), "palette-title");
    if (!choice.aside().isEmpty()) {
      add(texts, "   ", new BitSet(), "palette-aside");
      add(texts, choice.aside(), match.inAside(), "palette-aside");
    }
    words.getChildren().setAll(texts);
    kind.setText(choice.kind().word());
    keys.setText(choice.keys());
    keys.setVisible(!choice.keys().isEmpty());
    setGraphic(row);
    setAccessibleText(
        String.join(", ", choice.title(), choice.aside(), choice.kind().word(), choice.keys())
            .transform(Unseen::lines)
            .replaceAll("(, )+", ", "));
  }

  private static void add(List<Node> texts, String text, BitSet matching, String styleClass) {
    int at = 0;
    while (at < text.length()) {
      boolean matches = matching.get(at);
      int turn = matches ? matching.nextClearBit(at) : matching.nextSetBit(at);
      int end = turn < 0 ? text.length() : Math.min(turn, text.length());
      Text part = new Text(Texts.wrapped(text.substring(at, end)));
      part.getStyleClass().add(styleClass);
      if (matches) {
        part.getStyleClass().add("palette-match");
      }
      texts.add(part);
      at = end;
    }
  }
}
