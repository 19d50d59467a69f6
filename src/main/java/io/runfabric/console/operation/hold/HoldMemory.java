package io.runfabric.console.operation.hold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.user.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Remembers the tokens of the locks that this user holds, between the command that takes them and
/// the one that gives them back. They are what proves that a lock is one's own, so the files are
/// the user's alone.
///
/// @param folder the user's state folder
public record HoldMemory(Path folder) {

  /// What is remembered of one stage.
  ///
  /// @param tokens of its locks in all places
  /// @param releasing whether they are being given back
  public record Remembered(Set<String> tokens, boolean releasing) {}

  /// Remembers the tokens of a stage, in place of what was remembered of it.
  void remember(Project project, String service, String stage, Remembered remembered)
      throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("project", project.file().toString()).put("service", service).put("stage", stage);
    ArrayNode tokens = json.putArray("tokens");
    remembered.tokens().forEach(tokens::add);
    json.put("releasing", remembered.releasing());
    holds()
        .replace(name(project, service, stage), Json.pretty(json).getBytes(StandardCharsets.UTF_8));
  }

  /// What is remembered of a stage; empty when nothing is, or it does not load.
  Optional<Remembered> recall(Project project, String service, String stage) throws IOException {
    try {
      JsonNode json =
          Json.object(Files.readAllBytes(holds().path().resolve(name(project, service, stage))));
      Set<String> tokens = new HashSet<>();
      json.path("tokens").forEach(token -> tokens.add(token.asText()));
      return Optional.of(
          new Remembered(Set.copyOf(tokens), json.path("releasing").asBoolean(false)));
    } catch (NoSuchFileException | UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  /// Whether a lock belongs to a hold of this user.
  public boolean remembers(Project project, Lock lock) throws IOException {
    return recall(project, lock.service(), lock.stage())
        .filter(own -> own.tokens().contains(lock.lockId()))
        .isPresent();
  }

  /// Forgets a stage.
  void forget(Project project, String service, String stage) throws IOException {
    Files.deleteIfExists(holds().path().resolve(name(project, service, stage)));
  }

  private PrivateFolder holds() {
    return new PrivateFolder(folder.resolve("holds"));
  }

  private static String name(Project project, String service, String stage) {
    String key =
        String.join(
            "\n", project.file().toString(), project.backend().kind().word(), service, stage);
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".json";
  }
}
