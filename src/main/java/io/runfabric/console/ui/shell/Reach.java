package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.table.Export;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// What the commands of the frame reach beyond the model: dialogs, the view on screen, the look.
public interface Reach {

  /// Asks for a file and opens it.
  void chooseProject();

  void openSample();

  /// Asks for a folder and looks for projects below it.
  void chooseFolder();

  /// Closes projects, after asking where something is being written or kept locked.
  void close(List<OpenProject> projects);

  void refreshView();

  void focusFilter();

  void toggleTheme();

  /// Whether the page has a table that can be exported.
  ObservableValue<Boolean> exportable();

  void export(Export wanted);

  /// Begins something that takes several pages.
  void start(Errand errand);

  /// What can be done on the page on screen.
  List<PageAction> offeredOnPage();

  /// Closes the window, after asking when something is being written.
  void quit();
}
