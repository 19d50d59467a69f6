package io.runfabric.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What makes a disk fail: mounts, modes, and files that take all its room.
final class FailingDisk {

  static final int PAGE = 4_096;
  static final int SIZE = 256 << 10;

  private FailingDisk() {}

  /// Puts a small disk there.
  static void mountSmall(Path folder) throws Exception {
    mount("-t", "tmpfs", "-o", "size=" + SIZE, "none", folder.toString());
  }

  /// Makes a file or folder one that cannot be renamed or replaced.
  static void mountOnItself(Path place) throws Exception {
    mount("--bind", place.toString(), place.toString());
  }

  static void mountReadOnly(Path folder) throws Exception {
    mountOnItself(folder);
    mount("-o", "remount,bind,ro", folder.toString());
  }

  private static void mount(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("mount"));
    words.addAll(List.of(arguments));
    run(words.toArray(String[]::new));
  }

  static void unmount(Path place) throws Exception {
    run("umount", place.toString());
  }

  static void pipe(Path place) throws Exception {
    run("mkfifo", place.toString());
  }

  private static void run(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", words) + ": " + said);
    }
  }

  /// @param mode such as `rw-------`
  static void mode(Path place, String mode) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(mode));
  }

  /// Takes all the room of a small disk.
  ///
  /// @param filler is to hold it
  /// @param left how many bytes stay free
  static void fill(Path filler, int left) throws IOException {
    long written = 0;
    byte[] page = new byte[PAGE];
    try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE_NEW)) {
      while (written <= SIZE) {
        out.write(page);
        written += PAGE;
      }
      throw new IllegalStateException("this is no small disk: " + filler.getParent());
    } catch (IOException _) {
      try (var channel = Files.newByteChannel(filler, StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, written - left));
      }
    }
  }

  /// Leaves so little room in the last page of a file that half a line fits.
  static void fillLastPage(Path file) throws IOException {
    int missing = PAGE - 40 - (int) (Files.size(file) % PAGE);
    if (missing < 1) {
      throw new IllegalStateException(file + " has too little room already");
    }
    Files.writeString(file, "x".repeat(missing - 1) + "\n", StandardOpenOption.APPEND);
  }

  static void removeAll(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
