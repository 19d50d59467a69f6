package io.runfabric.console.backend.local;

import io.runfabric.console.backend.ThisMachine;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file is called until it gets its name: `.<name>.<machine>-<process>-<random>.tmp`, hidden
/// from listings, and telling whose it is, so that what a killed process left behind is known.
final class TemporaryFile {

  private static final Pattern FORM =
      Pattern.compile("\\..+\\.([0-9a-f]{8})-(\\d{1,18})-\\d+\\.tmp");
  private static final String MACHINE = machine();
  // A file system keeps names of 255 bytes, and what is put around one takes up to 50.
  private static final int LONGEST = 200;

  private TemporaryFile() {}

  /// Creates one beside the file that it is to become.
  static Path create(Path folder, Path file, FileAttribute<?>... attributes) throws IOException {
    String prefix =
        "."
            + beginning(String.valueOf(file.getFileName()))
            + "."
            + MACHINE
            + "-"
            + ProcessHandle.current().pid()
            + "-";
    return Files.createTempFile(folder, prefix, ".tmp", attributes);
  }

  private static String beginning(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }

  /// Removes what killed processes of this user and machine left in a folder. What cannot be looked
  /// at or removed stays.
  ///
  /// @param own a temporary file of this process in that folder
  static void removeAbandoned(Path folder, Path own) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, ".*.tmp")) {
      UserPrincipal user = Files.getOwner(own);
      for (Path file : all) {
        // Who may see the processes of others is for the system to say, so theirs are let be.
        if (abandoned(file) && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // It was no part of the work.
    }
  }

  private static boolean abandoned(Path file) {
    Matcher form = FORM.matcher(file.getFileName().toString());
    return form.matches()
        && form.group(1).equals(MACHINE)
        && ThisMachine.ended(Long.parseLong(form.group(2)));
  }

  private static String machine() {
    return ThisMachine.name()
        .map(name -> Revision.ofText(name).hex().substring(0, 8))
        .orElse("unknown");
  }
}
