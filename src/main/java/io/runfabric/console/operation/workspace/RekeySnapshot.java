package io.runfabric.console.operation.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.Links;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/// The rows as they were, in a file that only its owner can read: a JSON object a line, with the
/// row's key and its bytes in Base64.
final class RekeySnapshot {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private static final int MOST_NAMES_TRIED = 100;

  private RekeySnapshot() {}

  static Path write(Path projectFolder, Instant now, List<StoredDocument> rows)
      throws BackendException {
    byte[] lines = lines(rows).getBytes(StandardCharsets.UTF_8);
    Path folder = projectFolder.resolve(".runfabric/backup");
    for (int i = 0; i < MOST_NAMES_TRIED; i++) {
      Path file = folder.resolve("rekey-" + TIME.format(now.plusMillis(i)) + ".json");
      try {
        Links.requireInside(projectFolder, folder);
        DurableFile.create(file, lines);
        return file;
      } catch (FileAlreadyExistsException _) {
        // Another run in the same instant; the next name is free.
      } catch (IOException e) {
        throw DiskFailure.of(e)
            .when("nothing was changed, because the snapshot " + file + " cannot be written")
            .causedBy(e);
      }
    }
    throw new BackendException(
        Code.CONFLICT, "every name for a snapshot in " + folder + " is taken", "try again");
  }

  private static String lines(List<StoredDocument> rows) {
    StringBuilder lines = new StringBuilder();
    for (StoredDocument row : rows) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.put("key", row.key());
      line.put("content", Base64.getEncoder().encodeToString(row.content()));
      lines.append(line).append('\n');
    }
    return lines.toString();
  }
}
