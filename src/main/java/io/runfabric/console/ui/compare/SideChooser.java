package io.runfabric.console.ui.compare;

import io.runfabric.console.operation.history.Side;
import io.runfabric.console.ui.shell.Desktop;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which document stands on a side.
final class SideChooser extends VBox {

  /// @param name of the side, such as `Left`
  SideChooser(String name, CompareModel model, ObjectProperty<Choice> place, Desktop desktop) {
    getStyleClass().add("side-chooser");
    setMinWidth(0);
    ComboBox<Choice> box = new ComboBox<>(model.choices());
    box.setId("compare-" + name.toLowerCase(java.util.Locale.ROOT));
    box.valueProperty().bindBidirectional(place);
    box.setAccessibleText(name + " side");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setPrefWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    MenuItem backup = new MenuItem("Backup file…", Icons.of(Icons.RECEIPTS));
    backup.setOnAction(_ ->
        desktop
            .chooseExisting("Backup", "json", "age")
            .ifPresent(file -> model.take(place, new Side.Backup(file))));
    MenuItem project = new MenuItem("Another project…", Icons.of(Icons.OPEN));
    project.setOnAction(_ ->
        desktop
            .chooseExisting("RunFabric configuration", "yml", "yaml")
            .ifPresent(file -> model.take(place, new Side.OtherProject(file))));
    MenuButton more = new MenuButton("", Icons.of(Icons.MORE), backup, project);
    more.getStyleClass().addAll("icon-button", "side-more");
    more.setMinWidth(USE_PREF_SIZE);
    more.setTooltip(Texts.tooltip("From a file or another project"));
    more.setAccessibleText(name + " side from a file or another project");
    HBox line = new HBox(8, box, more);
    getChildren().addAll(Texts.label(name, Styles.HINT), line);
  }
}
