package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.ProjectFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks the user for files.
public interface FileDialogs {

  /// A project's configuration.
  ///
  /// @param folder where to begin
  Optional<Path> open(Optional<Path> folder);

  /// A folder with projects below it.
  ///
  /// @param folder where to begin
  Optional<Path> folder(Optional<Path> folder);

  /// A file to be written.
  ///
  /// @param kind what kind of file it is, such as `CSV`
  Optional<Path> save(String name, String kind, String extension);

  /// A file to be read.
  ///
  /// @param kind what kind of file it is, such as `Backup`
  Optional<Path> existing(String kind, List<String> extensions);

  /// The system's own dialogs.
  static FileDialogs ofTheSystem(Window owner) {
    return new FileDialogs() {
      @Override
      public Optional<Path> open(Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a project");
        chooser
            .getExtensionFilters()
            .addAll(
                new FileChooser.ExtensionFilter("RunFabric configuration", "*.yml", "*.yaml"),
                new FileChooser.ExtensionFilter("All files", "*"));
        folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        chooser.setInitialFileName(ProjectFiles.NAME);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> existing(String kind, List<String> extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a file");
        chooser
            .getExtensionFilters()
            .addAll(
                new FileChooser.ExtensionFilter(
                    kind, extensions.stream().map(ending -> "*." + ending).toList()),
                new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> folder(Optional<Path> folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Add a folder");
        folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> save(String name, String kind, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      }
    };
  }
}
