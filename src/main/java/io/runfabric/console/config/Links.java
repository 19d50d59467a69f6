package io.runfabric.console.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Symbolic links within a project. A project may come from anybody, so what lies in its folder is
/// in it: a link that leads out of it is neither read nor written through.
public final class Links {

  /// A link that must not be followed, or cannot be; the reason says why.
  public static final class Refused extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private Refused(Path link, String reason) {
      super(link.toString(), null, reason);
    }
  }

  private Links() {}

  /// Makes sure that no link on the way from a folder to a path leads out of the folder. The path
  /// itself need not exist; one that is named as outside the folder is what was asked for.
  ///
  /// @throws Refused when one does, or leads nowhere
  public static void requireInside(Path folder, Path path) throws IOException {
    if (!path.startsWith(folder)) {
      return;
    }
    for (Path on = path; on != null && !on.equals(folder); on = on.getParent()) {
      if (Files.isSymbolicLink(on)) {
        require(folder, on);
      }
    }
  }

  private static void require(Path folder, Path link) throws IOException {
    boolean inside;
    try {
      inside = link.toRealPath().startsWith(folder.toRealPath());
    } catch (AccessDeniedException e) {
      throw e;
    } catch (NoSuchFileException _) {
      throw new Refused(link, "a symbolic link to something that does not exist");
    } catch (FileSystemException _) {
      throw new Refused(link, "a symbolic link that leads in a circle");
    }
    if (!inside) {
      throw new Refused(link, "a symbolic link that leads out of " + folder);
    }
  }
}
