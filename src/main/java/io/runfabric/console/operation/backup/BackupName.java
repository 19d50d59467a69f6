package io.runfabric.console.operation.backup;

import io.runfabric.console.config.Project;
import io.runfabric.console.model.RecordKey;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that backups get by themselves: `<service>-<kind>-<UTC time>.json`, with `.age` when
/// encrypted, in `.runfabric/backup/`.
///
/// @param series the service and the kind: what belongs together
record BackupName(String series, Instant time, boolean encrypted) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Pattern FORM =
      Pattern.compile("(.+)-(\\d{8}T\\d{6}Z)(?:-\\d+)?\\.json(\\.age)?");

  static Path folder(Project project) {
    return project.folder().resolve(".runfabric").resolve("backup");
  }

  static String series(Project project) {
    return RecordKey.part(project.service()) + "-" + project.backend().kind().word();
  }

  /// A name nobody has yet: two backups of one second are numbered.
  static Path free(Project project, Instant now, boolean encrypted) {
    String stem = series(project) + "-" + TIME.format(now.atOffset(ZoneOffset.UTC));
    String suffix = encrypted ? ".json.age" : ".json";
    Path file = folder(project).resolve(stem + suffix);
    for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
      file = folder(project).resolve(stem + "-" + i + suffix);
    }
    return file;
  }

  /// What a file name tells; empty when it is none of these.
  static Optional<BackupName> parse(String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant time = LocalDateTime.parse(matcher.group(2), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new BackupName(matcher.group(1), time, matcher.group(3) != null));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
