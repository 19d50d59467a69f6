package io.runfabric.console.config;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings that a project has agreed to live with for a while, as
/// `.runfabric/drift-ignore.yml` lists them:
///
/// ```yaml
/// ignore:
///   - id: 3f2a90c1d4e5
///     reason: the old region is switched off in January
///     until: 2027-01-31
/// ```
public final class DriftIgnores {

  private static final String FIX = "write id, reason and until (a date) for each under `ignore:`";

  private DriftIgnores() {}

  /// One of them.
  ///
  /// @param until the last day on which it is ignored
  public record Ignored(String id, String reason, LocalDate until) {}

  /// Where a project keeps the list.
  public static Path file(Project project) {
    return project.folder().resolve(".runfabric").resolve("drift-ignore.yml");
  }

  /// Reads the list; empty when there is none.
  ///
  /// @throws InvalidProjectException with every mistake in it: what is not understood ignores
  ///   nothing, and would be taken for granted
  public static List<Ignored> read(Project project) throws InvalidProjectException {
    Path file = file(project);
    return of(file, text(file));
  }

  /// The text of the list; empty when there is no such file.
  ///
  /// @throws InvalidProjectException when the file is no text
  public static String text(Path file) throws InvalidProjectException {
    Problems problems = new Problems(file);
    try {
      // The project's folder is that of `.runfabric`.
      Links.requireInside(file.resolve("../..").normalize(), file);
      return Files.notExists(file) ? "" : TextFile.read(file);
    } catch (UnreadableTextException e) {
      problems.error(e.place(), "", "", e.problem(), e.fix());
    } catch (FileSystemException e) {
      problems.error(
          Place.FILE, "", "", e.getFile() + " is " + e.getReason(), "put the file itself there");
    } catch (IOException _) {
      problems.error(
          Place.FILE, "", "", "the system could not read this file", "check the disk it is on");
    }
    throw new InvalidProjectException(problems.sorted());
  }

  /// The list that a text holds.
  ///
  /// @param file that it is of, for messages
  /// @throws InvalidProjectException with every mistake in it
  public static List<Ignored> of(Path file, String text) throws InvalidProjectException {
    Problems problems = new Problems(file);
    List<Ignored> ignored = new ArrayList<>();
    if (!holdsNothing(text)) {
      YamlDocument.read(text, problems).ifPresent(root -> list(root, ignored, problems));
    }
    problems.stopAtErrors();
    return List.copyOf(ignored);
  }

  /// Whether there is nothing but comments.
  static boolean holdsNothing(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static void list(YamlMapping root, List<Ignored> into, Problems problems) {
    Optional<YamlNode> listed = root.value("ignore");
    Optional<List<YamlNode>> elements = listed.flatMap(YamlNode::elements);
    if (listed.isPresent() && elements.isEmpty()) {
      problems.error(listed.get().place(), "ignore", "", "this is no list", FIX);
    }
    for (YamlNode element : elements.orElse(List.of())) {
      String id = text(element, "id");
      String reason = text(element, "reason");
      Optional<LocalDate> until = date(text(element, "until"));
      if (id.isEmpty() || reason.isEmpty()) {
        problems.error(
            element.place(),
            "ignore",
            "",
            "an ignored finding lacks its " + (id.isEmpty() ? "id" : "reason"),
            FIX);
      } else if (until.isEmpty()) {
        problems.error(
            element.place(),
            "ignore",
            "",
            "an ignored finding has no `until:` that is a date",
            "write the last day on which it is ignored, such as 2027-01-31");
      } else {
        into.add(new Ignored(id, reason, until.get()));
      }
    }
  }

  private static String text(YamlNode element, String key) {
    return element
        .mapping()
        .flatMap(keys -> keys.value(key))
        .flatMap(YamlNode::text)
        .map(String::strip)
        .orElse("");
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
