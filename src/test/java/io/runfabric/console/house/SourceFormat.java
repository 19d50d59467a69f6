package io.runfabric.console.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The house's source format: google-java-format, run on the JDK that compiles the code.
///
/// Run as a program (`mvn -q test-compile exec:exec@format`) it rewrites what differs.
public final class SourceFormat {

  private SourceFormat() {}

  /// The Java files below the given folders whose text differs from what the formatter writes.
  static List<Path> unformatted(List<Path> roots) {
    return visit(roots, false);
  }

  private static List<Path> visit(List<Path> roots, boolean rewrite) {
    Formatter formatter = new Formatter();
    List<Path> different = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
          String source = Files.readString(file);
          String formatted = formatter.formatSourceAndFixImports(source);
          if (!formatted.equals(source)) {
            different.add(file);
            if (rewrite) {
              Files.writeString(file, formatted);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FormatterException e) {
        throw new IllegalStateException("cannot parse a file below " + root, e);
      }
    }
    return different;
  }

  public static void main(String[] roots) {
    List<Path> changed = visit(Stream.of(roots).map(Path::of).toList(), true);
    System.out.println("formatted " + changed.size() + " file(s)");
  }
}
