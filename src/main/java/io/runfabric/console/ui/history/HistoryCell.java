package io.runfabric.console.ui.history;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.ui.detail.ByteSize;
import io.runfabric.console.ui.detail.NoteLine;
import io.runfabric.console.ui.detail.WideCell;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of a history.
final class HistoryCell extends WideCell<HistoryLine> {

  /// What can be asked of a version.
  ///
  /// @param now what ages are relative to
  /// @param writable whether something may be changed now
  record Reach(
      Supplier<Instant> now,
      ObservableValue<Boolean> writable,
      Consumer<KeptVersion> compare,
      Consumer<KeptVersion> restore) {}

  private final Reach reach;

  HistoryCell(Reach reach) {
    this.reach = reach;
    getStyleClass().add("line-cell");
  }

  @Override
  protected void updateItem(@Nullable HistoryLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (line) {
      case HistoryLine.Version(var version) -> {
        setGraphic(node(version));
        setAccessibleText(title(version) + ", " + String.join(", ", facts(version)));
      }
      case HistoryLine.Remark(var tone, var text) -> {
        setGraphic(new NoteLine(tone, text));
        setAccessibleText(text);
      }
    }
  }

  private Node node(KeptVersion version) {
    Label title = Texts.label(title(version), "history-title");
    version
        .at()
        .ifPresent(at ->
            title.setTooltip(Texts.tooltip(Timestamps.shown(Timestamps.engine2(at)) + " UTC")));
    HBox head = new HBox(8, title);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("history-head");
    if (version.now()) {
      head.getChildren().add(new Badge("now", Tone.ACCENT));
    }
    if (version.deletion()) {
      head.getChildren().add(new Badge("removed", Tone.WARNING));
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head.getChildren().add(space);
    if (version.earlier()) {
      Button compare = button("Compare", Icons.COMPARE, "Compare with what is stored now", version);
      compare.setOnAction(_ -> reach.compare().accept(version));
      Button restore = button("Restore…", Icons.PUT_BACK, "Put this version back", version);
      restore.disableProperty().bind(reach.writable().map(can -> !can));
      restore.setOnAction(_ -> reach.restore().accept(version));
      head.getChildren().addAll(compare, restore);
    }
    VBox box = new VBox(2, head);
    facts(version).forEach(fact -> box.getChildren().add(Texts.paragraph(fact, Styles.HINT)));
    box.getStyleClass().add("history-version");
    return box;
  }

  private Button button(
      String title, org.kordamp.ikonli.Ikon icon, String hint, KeptVersion version) {
    Button button = new Button(title, Icons.of(icon));
    button.getStyleClass().add("history-button");
    button.setTooltip(Texts.tooltip(hint));
    button.setAccessibleText(title + " " + title(version));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private String title(KeptVersion version) {
    return version
        .at()
        .map(at -> Texts.sentence(Timestamps.relative(at, reach.now().get())))
        .orElse("At some time");
  }

  private static List<String> facts(KeptVersion version) {
    List<String> facts = new ArrayList<>();
    if (!version.deletion()) {
      facts.add(
          ByteSize.words(version.size())
              + (version.digest().isEmpty() ? "" : " · " + version.shortDigest())
              + (version.by().isEmpty() ? "" : " · kept by " + version.by()));
    }
    int more = version.foundIn().size() - 1;
    facts.add(
        Texts.sentence(version.foundIn().getFirst())
            + (more == 0 ? "" : ", and in " + Texts.count(more, "other place", "other places")));
    return facts;
  }
}
