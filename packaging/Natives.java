import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sqlite.util.LibraryLoaderUtil;

/// Puts the native libraries of this platform beside the jars that carry them, where JavaFX and, with
/// `-Dorg.sqlite.lib.path`, SQLite's driver look first. Else both unpack them at every start, the driver
/// into the folder for temporary files, of which not every machine runs programs.
///
/// To be run as `java packaging/Natives.java FOLDER`, with SQLite's driver on the class path.
public final class Natives {

  private Natives() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    String sqlite = LibraryLoaderUtil.getNativeLibResourcePath().substring(1) + "/";
    for (Path jar : jars(folder)) {
      String name = jar.getFileName().toString();
      if (name.startsWith("javafx-")) {
        unpack(jar, "", folder);
      } else if (name.startsWith("sqlite-jdbc-")) {
        unpack(jar, sqlite, folder);
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  // The libraries of the jar's folder, not of those below it.
  private static void unpack(Path jar, String within, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(one -> isLibrary(one.getName(), within)).toList()) {
        Path file = folder.resolve(entry.getName().substring(within.length()));
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
      }
    }
  }

  private static boolean isLibrary(String name, String within) {
    return name.startsWith(within)
        && name.indexOf('/', within.length()) < 0
        && Stream.of(".so", ".dylib", ".dll").anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }
}
