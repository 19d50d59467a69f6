package io.runfabric.console.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.operation.recover.Situation;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages name everything the program can say, nothing else, and lead to each other.
class ReferenceDocsTest {

  private static final Path CLI = Path.of("src/main/java/io/runfabric/console/cli");
  private static final Pattern CODE =
      Pattern.compile("(?:\\bof|new ErrorReport|refused)\\(\\s*\"([A-Z][A-Z_]+)\"");

  @Test
  void everySituationHasItsRunbook() throws IOException {
    Markdown page = Markdown.of(Markdown.DOCS.resolve("runbooks.md"));

    assertThat(page.headings("###"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Situation.Kind.values()).map(Situation.Kind::word).toList());
  }

  @Test
  void everyErrorCodeHasItsSection() throws IOException {
    Set<String> codes = new TreeSet<>();
    Stream.of(BackendException.Code.values()).forEach(code -> codes.add(code.name()));
    Stream.of(SnapshotException.Code.values()).forEach(code -> codes.add(code.name()));
    try (Stream<Path> sources = Files.walk(CLI)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        CODE.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
      }
    }

    Markdown page = Markdown.of(Markdown.DOCS.resolve("troubleshooting.md"));
    assertThat(codes).contains("USAGE", "INTERNAL", "AMBIGUOUS_JOURNAL");
    assertThat(page.headings("###")).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void everyExitCodeIsInTheTable() throws Exception {
    List<String> codes = new ArrayList<>();
    for (Field field : ExitCode.class.getFields()) {
      codes.add(String.valueOf(field.getInt(null)));
    }

    for (Path page : List.of(Path.of("README.md"), Markdown.DOCS.resolve("troubleshooting.md"))) {
      assertThat(Markdown.of(page).all("(?m)^\\| (\\d+) \\|"))
          .extracting(row -> row.group(1))
          .containsExactlyElementsOf(codes);
    }
  }

  @Test
  void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Path folder = page.toAbsolutePath().getParent();
      for (MatchResult link : Markdown.of(page).all("\\]\\(((?!https?:)[^)#]*)(?:#([^)]*))?\\)")) {
        Path target = link.group(1).isEmpty() ? page : folder.resolve(link.group(1)).normalize();
        assertThat(target).as("%s in %s", link.group(), page).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as("in %s", page).contains(link.group(2));
        }
      }
    }
  }

  @Test
  void everyPageIsReachedFromTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    try (Stream<Path> pages = Files.list(Markdown.DOCS)) {
      assertThat(pages.map(page -> "assets/docs/" + page.getFileName()))
          .isNotEmpty()
          .allMatch(readme::contains);
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    for (Path root : List.of(Path.of("assets"), Path.of(".github"))) {
      try (Stream<Path> files = Files.walk(root)) {
        pages.addAll(files.filter(file -> file.toString().endsWith(".md")).toList());
      }
    }
    return pages;
  }

  // As GitHub makes them from headings.
  private static List<String> anchors(Path page) throws IOException {
    return Markdown.of(page).all("(?m)^#+ (.+)$").stream()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
