package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Something in the place of a file or a folder of a project, or in its way.
enum DiskObstacle {
  FOLDER,
  FILE,
  PIPE,
  /// To a copy outside the project, which says so.
  LINK_OUT,
  /// To the thing itself, elsewhere in the project.
  LINK_INSIDE,
  LINK_NOWHERE,
  LINK_IN_A_CIRCLE,
  NO_PERMISSION,
  NO_WRITING,
  /// A mount of its own, which cannot be replaced.
  MOUNTED;

  /// Where an obstacle is.
  ///
  /// @param onFile whether a file belongs there, else a folder
  /// @param there whether there is one
  /// @param aside where it is meanwhile
  /// @param outside a folder outside the project
  /// @param inner a name within the project that is free
  record Site(Path place, boolean onFile, boolean there, Path aside, Path outside, Path inner) {}

  boolean fits(boolean onFile, boolean mounts) {
    return switch (this) {
      case FOLDER, PIPE -> onFile;
      case FILE -> !onFile;
      case MOUNTED -> onFile && mounts;
      case LINK_OUT, LINK_INSIDE, LINK_NOWHERE, LINK_IN_A_CIRCLE, NO_PERMISSION, NO_WRITING -> true;
    };
  }

  private boolean around() {
    return this == NO_PERMISSION || this == NO_WRITING || this == MOUNTED;
  }

  void put(Site site) throws Exception {
    Path place = site.place();
    Files.createDirectories(place.getParent());
    if (site.there() && !around()) {
      Files.move(place, site.aside());
    } else if (!site.there() && around()) {
      fresh(place, site.onFile());
    }
    switch (this) {
      case FOLDER -> Files.createDirectory(place);
      case FILE -> Files.writeString(place, "a file");
      case PIPE -> FailingDisk.pipe(place);
      case LINK_NOWHERE -> Files.createSymbolicLink(place, site.outside().resolve("gone/gone"));
      case LINK_IN_A_CIRCLE -> Files.createSymbolicLink(place, place.getFileName());
      case LINK_OUT -> {
        Path copy = site.outside().resolve("copy");
        copy(site, copy);
        Files.createSymbolicLink(place, copy);
      }
      case LINK_INSIDE -> {
        if (site.there()) {
          Files.move(site.aside(), site.inner());
        } else {
          fresh(site.inner(), site.onFile());
        }
        Files.createSymbolicLink(place, site.inner());
      }
      case NO_PERMISSION -> FailingDisk.mode(place, "---------");
      case NO_WRITING -> FailingDisk.mode(place, site.onFile() ? "r--------" : "r-x------");
      case MOUNTED -> FailingDisk.mountOnItself(place);
    }
  }

  private static void fresh(Path place, boolean onFile) throws IOException {
    if (onFile) {
      Files.createFile(place);
    } else {
      Files.createDirectory(place);
    }
  }

  private static void copy(Site site, Path to) throws IOException {
    if (!site.there()) {
      fresh(to, site.onFile());
      return;
    }
    try (Stream<Path> all = Files.walk(site.aside())) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(site.aside().relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          String text = Files.readString(one, StandardCharsets.ISO_8859_1);
          Files.writeString(
              copy,
              text.startsWith("{\"version") || text.startsWith("{\"schema")
                  ? text.replace("\"aws\"", '"' + DiskGround.OUTSIDE + '"')
                  : text,
              StandardCharsets.ISO_8859_1);
        }
      }
    }
  }

  /// Puts everything back as it was.
  ///
  /// @param replaceable whether the command may have put something else in the place of a link
  /// @throws AssertionError when the obstacle is not what it was
  void takeAway(Site site, boolean replaceable) throws Exception {
    Path place = site.place();
    boolean link = Files.isSymbolicLink(place);
    switch (this) {
      case NO_PERMISSION, NO_WRITING ->
          FailingDisk.mode(place, site.onFile() ? "rw-------" : "rwx------");
      case MOUNTED -> FailingDisk.unmount(place);
      case LINK_INSIDE -> {
        boolean removed = Files.notExists(place, LinkOption.NOFOLLOW_LINKS);
        assertThat(link || removed || replaceable).as("a link stays a link").isTrue();
        if (link) {
          Files.delete(place);
          Files.move(site.inner(), place);
        } else {
          FailingDisk.removeAll(site.inner());
        }
      }
      case FOLDER, FILE, PIPE, LINK_OUT, LINK_NOWHERE, LINK_IN_A_CIRCLE -> {
        boolean stays = link == name().startsWith("LINK");
        assertThat((stays && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) || replaceable)
            .as("what was in the way is still there")
            .isTrue();
        FailingDisk.removeAll(place);
        if (site.there()) {
          Files.move(site.aside(), place);
        }
      }
    }
    Optional<Path> own = Optional.of(place).filter(one -> !site.there() && site.onFile());
    if (own.filter(Files::isRegularFile).isPresent() && emptyOrLock(place)) {
      Files.delete(place);
    }
  }

  private static boolean emptyOrLock(Path file) throws IOException {
    return Files.size(file) == 0 || file.toString().endsWith(".lock.json");
  }
}
