package io.runfabric.console.backend.local;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.config.Links;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Why the disk refused something, in words that say what to do. Systems tell most reasons as a
/// text only; one that is not known here is quoted.
///
/// @param reason to follow a colon
public record DiskFailure(Code code, String reason, String remedy) {

  private static final DiskFailure DENIED =
      new DiskFailure(
          Code.DENIED, "no permission", "give yourself permission on it and on its folder");
  private static final DiskFailure IN_A_CIRCLE =
      new DiskFailure(
          Code.DAMAGED,
          "a symbolic link that leads in a circle",
          "put the file or folder itself there");
  private static final DiskFailure NO_FOLDER =
      new DiskFailure(
          Code.DAMAGED,
          "a file is where a folder should be",
          "move the file of that name away and try again");
  private static final DiskFailure A_FOLDER =
      new DiskFailure(
          Code.DAMAGED,
          "a folder is where the file should be",
          "move the folder of that name away and try again");
  private static final DiskFailure NOT_REPLACEABLE =
      new DiskFailure(
          Code.UNREACHABLE,
          "it cannot be replaced in one step, as where a single file is mounted",
          "mount its folder instead of the file, or run the command where the file really is");

  private record Words(DiskFailure failure, List<String> texts) {}

  private static final List<Words> KNOWN =
      List.of(
          new Words(
              new DiskFailure(
                  Code.UNREACHABLE, "the disk is full", "make room on it and try again"),
              List.of("no space left", "not enough space", "quota", "file too large")),
          new Words(
              new DiskFailure(
                  Code.DENIED,
                  "the disk is read-only",
                  "run the command where it may be written, or have it mounted for writing"),
              List.of("read-only file system")),
          new Words(
              new DiskFailure(
                  Code.INVALID,
                  "the name is longer than the disk can keep",
                  "use a shorter name; most disks keep 255 bytes"),
              List.of("name too long")),
          new Words(DENIED, List.of("operation not permitted", "permission denied")),
          new Words(NO_FOLDER, List.of("not a directory")),
          new Words(A_FOLDER, List.of("is a directory")),
          new Words(IN_A_CIRCLE, List.of("symbolic links")),
          new Words(NOT_REPLACEABLE, List.of("resource busy", "cross-device")));

  public static DiskFailure of(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> DENIED;
      case NotDirectoryException _ -> NO_FOLDER;
      case DirectoryNotEmptyException _ -> A_FOLDER;
      case AtomicMoveNotSupportedException _ -> NOT_REPLACEABLE;
      case NoSuchFileException _ ->
          new DiskFailure(
              Code.UNREACHABLE, "it does not exist", "look at where it should be and try again");
      case FileAlreadyExistsException _ ->
          new DiskFailure(Code.CONFLICT, "it is there already", "look at it and try again");
      case Links.Refused refused ->
          new DiskFailure(
              Code.DAMAGED,
              refused.getFile() + " is " + refused.getReason(),
              "put the file or folder itself there, or name the place where it really is");
      case CharacterCodingException _ ->
          new DiskFailure(Code.DAMAGED, "a file is no UTF-8 text", "look at it with an editor");
      case IOException _ -> told(text(e));
    };
  }

  /// What happened to a file, as far as that tells which.
  public static String sentence(IOException e) {
    String reason = of(e).reason();
    String file =
        e instanceof FileSystemException told ? Objects.requireNonNullElse(told.getFile(), "") : "";
    return file.isEmpty() || reason.contains(file) ? reason : "cannot use " + file + ": " + reason;
  }

  private static String text(IOException e) {
    String text = e instanceof FileSystemException told ? told.getReason() : e.getMessage();
    return Objects.requireNonNullElse(text, e.getClass().getSimpleName());
  }

  private static DiskFailure told(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(words -> words.texts().stream().anyMatch(lower::contains))
        .findFirst()
        .map(Words::failure)
        .orElse(
            new DiskFailure(
                Code.UNREACHABLE, text, "check the disk, or the share it is on, and try again"));
  }

  /// The error for what was tried then.
  ///
  /// @param tried such as `cannot write /srv/my-api/runfabric.yml`
  public BackendException when(String tried) {
    return new BackendException(code, tried + ": " + reason, remedy);
  }
}
