package io.runfabric.console.operation.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.user.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers how a migration was asked for, from its first write until it is complete, so that one
/// that was killed can be gone on with.
///
/// @param folder the user's state folder
public record MigrationMemory(Path folder) {

  /// Remembers the words of a command line.
  public void remember(Project project, List<String> words) throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("project", project.file().toString());
    words.forEach(json.putArray("words")::add);
    migrations().replace(name(project), Json.pretty(json).getBytes(StandardCharsets.UTF_8));
  }

  /// The words of a project's migration that did not come to its end; empty when there is none.
  public Optional<List<String>> recall(Project project) throws IOException {
    try {
      JsonNode json = Json.object(Files.readAllBytes(migrations().path().resolve(name(project))));
      List<String> words = new ArrayList<>();
      json.path("words").forEach(word -> words.add(word.asText()));
      return Optional.of(words);
    } catch (NoSuchFileException | UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  /// The words to go on with, when a command line is the very one of a migration that did not come
  /// to its end; empty when it is another, or all of it was said already.
  public Optional<List<String>> furtherTo(Project project, List<String> words) throws IOException {
    return recall(project)
        .filter(known -> known.size() > words.size())
        .filter(known -> known.subList(0, words.size()).equals(words));
  }

  /// Forgets it.
  public void forget(Project project) throws IOException {
    Files.deleteIfExists(migrations().path().resolve(name(project)));
  }

  private PrivateFolder migrations() {
    return new PrivateFolder(folder.resolve("migrations"));
  }

  private static String name(Project project) {
    return Revision.ofText(project.file().toString()).hex().substring(0, 32) + ".json";
  }
}
