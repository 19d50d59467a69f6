package io.runfabric.console.operation.backup;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.config.Links;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The folder where a project's backups go by themselves.
///
/// @param project whose it is: the folder that a link must not lead out of
public record BackupFolder(Path project, Path path) {

  /// A file there.
  ///
  /// @param time when it was made, as far as it tells without being opened
  /// @param facts what it is; empty when it is encrypted or not a good backup
  /// @param problem why it is no good backup; empty when it is, or when it was not looked into
  public record Found(
      Path file,
      Optional<Instant> time,
      long fileBytes,
      boolean encrypted,
      Optional<SnapshotFacts> facts,
      String problem) {

    /// `verified`, `not checked` or `damaged`.
    public String state() {
      if (facts.isPresent()) {
        return "verified";
      }
      return problem.isEmpty() ? "not checked" : "damaged";
    }
  }

  /// The newest backup of a project, as far as that tells without reading it.
  ///
  /// @param time when it was made
  public record Latest(Path file, Instant time, long bytes, boolean encrypted) {}

  public static BackupFolder of(Project project) {
    return new BackupFolder(project.folder(), BackupName.folder(project));
  }

  /// When a project's newest backup in its folder was made, as its name says; no file is opened.
  public static Optional<Instant> newest(Project project) throws IOException {
    return named(project).stream().map(Latest::time).findFirst();
  }

  /// Where a backup goes when no file is named.
  public static Path fileFor(Project project, Instant now, boolean encrypted) {
    return BackupName.free(project, now, encrypted);
  }

  /// The backups in the folder, newest first; encrypted ones are not looked into. One that cannot
  /// be read is among them, with why.
  public List<Found> list(Progress progress, Cancellation cancellation) throws IOException {
    List<Found> found = new ArrayList<>();
    for (Path file : files(file -> Files.isRegularFile(file) || Files.isSymbolicLink(file))) {
      found.add(look(file, progress, cancellation));
    }
    found.sort(
        Comparator.comparing((Found one) -> one.time().orElse(Instant.EPOCH))
            .thenComparing(one -> one.file().toString())
            .reversed());
    return found;
  }

  /// The newest backup that this console made of the project's present backend; empty when there is
  /// none. Fast, because none is read: whether it is good is for [#list] to say.
  public static Optional<Latest> latest(Project project) throws IOException {
    for (Latest one : named(project)) {
      if (one.encrypted() ? SnapshotFile.encrypted(one.file()) : Snapshot.sealed(one.file())) {
        return Optional.of(
            new Latest(one.file(), one.time(), Files.size(one.file()), one.encrypted()));
      }
    }
    return Optional.empty();
  }

  // The newest first, by their names alone; their sizes are not looked at.
  private static List<Latest> named(Project project) throws IOException {
    String series = BackupName.series(project);
    List<Latest> named = new ArrayList<>();
    for (Path file : of(project).files()) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      BackupName.parse(file.getFileName().toString())
          .filter(name -> name.series().equals(series))
          .map(name -> new Latest(file, name.time(), 0, name.encrypted()))
          .ifPresent(named::add);
    }
    named.sort(
        Comparator.comparing(Latest::time).thenComparing(one -> one.file().toString()).reversed());
    return named;
  }

  /// The files in the folder, whatever they are.
  public List<Path> files() throws IOException {
    return files(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
  }

  private List<Path> files(Predicate<Path> wanted) throws IOException {
    Links.requireInside(project, path);
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(wanted)
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private Found look(Path file, Progress progress, Cancellation cancellation) {
    Optional<Instant> named = BackupName.parse(file.getFileName().toString()).map(BackupName::time);
    long size = 0;
    try {
      Links.requireInside(project, file);
      size = Files.size(file);
      SnapshotFile source = SnapshotFile.of(file, DecryptionKeys.none());
      if (source.encrypted()) {
        return new Found(file, named, size, true, Optional.empty(), "");
      }
      SnapshotFacts facts = Snapshot.open(source, progress, cancellation).facts();
      Optional<Instant> time =
          named.or(() -> io.runfabric.console.model.Timestamps.parse(facts.createdAt()));
      return new Found(file, time, size, false, Optional.of(facts), "");
    } catch (SnapshotException e) {
      return new Found(file, named, size, false, Optional.empty(), e.sentence());
    } catch (IOException e) {
      return new Found(file, named, size, false, Optional.empty(), DiskFailure.of(e).reason());
    }
  }
}
