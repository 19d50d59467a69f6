package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.FolderModel.Found;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.WriteDialog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The projects that were found below a folder: the user takes those to open.
final class FoundDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 620;
  private static final double HIGHEST = 360;

  private final WindowModel window;
  private final Map<Path, CheckBox> boxes = new LinkedHashMap<>();
  private final ButtonType open = new ButtonType("Open", ButtonData.OK_DONE);

  FoundDialog(Window owner, Found found, WindowModel window) {
    this.window = window;
    initOwner(owner);
    setTitle("Add a folder");
    DialogPane pane = getDialogPane();
    pane.getStyleClass().add("write-dialog");
    pane.getStylesheets().add(WriteDialog.sheet());
    pane.getButtonTypes().setAll(open, ButtonType.CANCEL);
    pane.setPrefWidth(WIDTH);
    VBox rows = new VBox();
    rows.getStyleClass().addAll("card", "list-card");
    found.projects().forEach(project -> rows.getChildren().add(row(project)));
    ScrollPane scroll = new ScrollPane(rows);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(HIGHEST);
    String title =
        Texts.count(found.projects().size(), "project", "projects")
            + " in "
            + found.folder().getFileName();
    Label folder = Texts.label(found.folder().toString(), "hint", "mono");
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    VBox content = new VBox(new VBox(4, Texts.paragraph(title, "write-title"), folder), scroll);
    if (boxes.size() > 1) {
      content.getChildren().add(1, takers());
    }
    found.notes().forEach(note -> content.getChildren().add(new Prose(note, "muted")));
    content.getStyleClass().add("write-content");
    pane.setContent(content);
    boxes.values().forEach(box -> box.selectedProperty().subscribe(this::countTaken));
    countTaken();
    setOnHidden(_ -> {
      if (getResult() == open) {
        window.openAll(taken());
      }
    });
  }

  private HBox row(Found.Candidate project) {
    boolean there = window.projects().of(project.file()).isPresent();
    Label name = Texts.label(project.name(), "attention-subject");
    name.setMinWidth(0);
    Label place = Texts.label(project.place(), "hint");
    place.setMinWidth(0);
    place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    VBox words = new VBox(1, name, place);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    CheckBox box = new CheckBox();
    box.setSelected(true);
    box.setDisable(there);
    box.setAccessibleText(
        project.name() + " in " + project.place() + (there ? ", open already" : ""));
    if (!there) {
      boxes.put(project.file(), box);
    }
    HBox row = new HBox(12, box, words, badge(project, there));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("list-line");
    row.setOnMouseClicked(_ -> {
      if (!there) {
        box.setSelected(!box.isSelected());
      }
    });
    return row;
  }

  private static Badge badge(Found.Candidate project, boolean there) {
    Badge badge;
    if (there) {
      badge = new Badge("open already", Tone.NEUTRAL);
    } else if (project.kind().isEmpty()) {
      badge = new Badge("does not load", Tone.DANGER);
    } else {
      badge = new Badge(project.kind(), Tone.ACCENT);
    }
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  private HBox takers() {
    Hyperlink all = new Hyperlink("All");
    all.setOnAction(_ -> boxes.values().forEach(box -> box.setSelected(true)));
    Hyperlink none = new Hyperlink("None");
    none.setOnAction(_ -> boxes.values().forEach(box -> box.setSelected(false)));
    return new HBox(12, all, none);
  }

  private List<Path> taken() {
    return boxes.entrySet().stream()
        .filter(entry -> entry.getValue().isSelected())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void countTaken() {
    Button button = (Button) Objects.requireNonNull(getDialogPane().lookupButton(open));
    int count = taken().size();
    button.setText(count == 0 ? "Open" : "Open " + Texts.count(count, "project", "projects"));
    button.setDisable(count == 0);
  }
}
