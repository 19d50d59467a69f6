package io.runfabric.console.operation.drift;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.DriftIgnoreEditor;
import io.runfabric.console.config.DriftIgnores;
import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.UneditableException;
import io.runfabric.console.operation.activity.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Changes which findings a project has agreed to live with. A crash leaves the old list or the
/// new.
public record DriftIgnoreFile(Project project) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

  /// What is wrong with an agreement, in words that go on from "the"; empty when it is a good one.
  ///
  /// @param today in UTC
  public static Optional<String> complaint(Ignored wanted, LocalDate today) {
    if (!ID.matcher(wanted.id()).matches()) {
      return Optional.of("id of a finding has 12 hex digits, such as 3f2a90c1d4e5");
    }
    if (wanted.reason().isBlank()
        || wanted.reason().codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("reason is one line that is not empty");
    }
    return wanted.until().isBefore(today)
        ? Optional.of("last day on which it is ignored is today or later")
        : Optional.empty();
  }

  /// Adds one that has no complaint, or gives one that is listed this reason and date.
  ///
  /// @return whether it was listed already
  /// @throws InvalidProjectException when the list there is does not load
  public boolean ignore(Ignored wanted, Trace trace)
      throws InvalidProjectException, BackendException {
    Path file = DriftIgnores.file(project);
    String before = DriftIgnores.text(file);
    boolean listed = listed(file, before, wanted.id());
    try {
      write(file, before, DriftIgnoreEditor.with(file, before, wanted), trace);
    } catch (UneditableException e) {
      throw refusal(file, e);
    }
    return listed;
  }

  /// Takes one off the list.
  ///
  /// @return whether it was listed
  /// @throws InvalidProjectException when the list there is does not load
  public boolean unignore(String id, Trace trace) throws InvalidProjectException, BackendException {
    Path file = DriftIgnores.file(project);
    String before = DriftIgnores.text(file);
    boolean listed = listed(file, before, id);
    if (listed) {
      try {
        write(file, before, DriftIgnoreEditor.without(file, before, id), trace);
      } catch (UneditableException e) {
        throw refusal(file, e);
      }
    }
    return listed;
  }

  private static boolean listed(Path file, String text, String id) throws InvalidProjectException {
    return DriftIgnores.of(file, text).stream().anyMatch(one -> one.id().equals(id));
  }

  private static void write(Path file, String before, String after, Trace trace)
      throws InvalidProjectException, BackendException {
    if (!DriftIgnores.text(file).equals(before)) {
      throw new BackendException(
          Code.CONFLICT,
          file + " was changed by somebody else in the same moment; nothing was done",
          "run the command again");
    }
    byte[] content = after.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file)) {
        DurableFile.replaceKeepingMode(file.toRealPath(), content);
      } else {
        DurableFile.replace(file, content);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot write " + file).causedBy(e);
    }
    trace.changed(file.toString());
  }

  private static BackendException refusal(Path file, UneditableException e) {
    return new BackendException(Code.UNSUPPORTED, file + ": " + e.sentence(), "edit it by hand")
        .causedBy(e);
  }
}
