package io.runfabric.console.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.project.ProjectModel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What lay open when the window was last used.
///
/// @param projects in the order of the tree, at most [#MOST]
/// @param active the file of the one that was looked at
public record Desk(List<Left> projects, Optional<Path> active, Optional<WindowFrame> frame) {

  /// More than anybody looks after at once.
  public static final int MOST = 100;

  /// Nothing lay open.
  public static final Desk EMPTY = new Desk(List.of(), Optional.empty(), Optional.empty());

  public Desk {
    projects = List.copyOf(projects);
  }

  /// A project that was left open, with what the user had chosen for it.
  ///
  /// @param file absolute path of its runfabric.yml
  /// @param name its service, or its folder's name while the service is not known
  public record Left(
      Path file,
      String name,
      Optional<String> stage,
      Optional<String> backend,
      Optional<String> records,
      Optional<String> workspace) {

    static Left of(ProjectModel project, String name) {
      ProjectRequest request = project.request();
      return new Left(
          project.file(),
          name,
          request.stage(),
          request.backend(),
          request.records(),
          project.sourceProperty().get().options().workspace());
    }

    /// Whether nothing was chosen.
    boolean plain() {
      return Stream.of(stage, backend, records, workspace).allMatch(Optional::isEmpty);
    }

    ProjectRequest request(ProjectRequest plain) {
      return plain.withStage(stage).withBackend(backend).withRecords(records);
    }

    BackendOptions options(BackendOptions plain) {
      return plain.withWorkspace(workspace);
    }
  }

  public Desk withProjects(List<Left> left, Optional<Path> looked) {
    return new Desk(left.subList(0, Math.min(MOST, left.size())), looked, frame);
  }

  public Desk withFrame(WindowFrame now) {
    return new Desk(projects, active, Optional.of(now));
  }

  ObjectNode addTo(ObjectNode root) {
    ArrayNode list = root.putArray("open");
    for (Left left : projects) {
      ObjectNode one =
          list.addObject().put("file", left.file().toString()).put("name", left.name());
      left.stage().ifPresent(stage -> one.put("stage", stage));
      left.backend().ifPresent(kind -> one.put("backend", kind));
      left.records().ifPresent(kind -> one.put("records", kind));
      left.workspace().ifPresent(id -> one.put("workspace", id));
    }
    active.ifPresent(file -> root.put("active", file.toString()));
    frame.ifPresent(known -> root.set("frame", known.toJson()));
    return root;
  }

  /// What can be understood of it; nothing here is worth an error.
  static Desk of(JsonNode root) {
    List<Left> projects = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (JsonNode one : root.path("open")) {
      path(one.path("file"))
          .filter(file -> projects.size() < MOST && seen.add(file))
          .ifPresent(file ->
              projects.add(
                  new Left(
                      file,
                      one.path("name").asText(),
                      text(one.path("stage")),
                      text(one.path("backend")),
                      text(one.path("records")),
                      text(one.path("workspace")))));
    }
    return new Desk(projects, path(root.path("active")), WindowFrame.of(root.path("frame")));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static Optional<Path> path(JsonNode node) {
    try {
      return text(node).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      // Written on another system: it cannot be opened here.
      return Optional.empty();
    }
  }
}
