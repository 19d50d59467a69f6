package io.runfabric.console.backend.local;

import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.config.Links;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Looks at a folder of state.
///
/// @param what is kept there, such as `receipts`
/// @param project the project's folder
/// @param folder absolute; need not exist
public record FolderCheckup(String what, Path project, Path folder) implements Checkup {

  private static final Permissions PERMISSIONS =
      Permissions.of("list files", "read files", "write files", "delete files");
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

  @Override
  public String place() {
    return what + " in " + folder;
  }

  @Override
  public void run(Sitting sitting) {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      missing(sitting);
      return;
    }
    try {
      Links.requireInside(project, folder);
    } catch (IOException e) {
      DiskFailure failure = DiskFailure.of(e);
      sitting.critical(Area.EXISTENCE, "folder", failure.reason(), failure.remedy());
      return;
    }
    try (LocalDocumentStore store = new LocalDocumentStore(folder)) {
      var _ =
          new StoreTrial(store, new Range("", false), "." + ConditionTrial.freshName(), PERMISSIONS)
              .run(sitting);
    }
    readers(sitting);
  }

  private void missing(Sitting sitting) {
    Path existing = folder;
    while (existing != null && Files.notExists(existing)) {
      existing = existing.getParent();
    }
    if (existing != null && Files.isDirectory(existing) && Files.isWritable(existing)) {
      sitting.info(
          Area.EXISTENCE, "folder", "not there yet; the first deploy or restore creates it", "");
    } else {
      sitting.critical(
          Area.PERMISSIONS,
          "write files",
          "the folder is not there, and may not be created in " + existing,
          "give yourself write permission on it");
    }
  }

  private void readers(Sitting sitting) {
    String subject = "who may read it";
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      sitting.notChecked(Area.AT_REST, subject, "this system's permissions are not looked at", "");
      return;
    }
    try {
      boolean open = Files.getPosixFilePermissions(folder).containsAll(OTHERS);
      sitting.info(
          Area.AT_REST,
          subject,
          open
              ? "every user of this machine may look into the folder; the disk encrypts or does not"
              : "other users may not look into the folder; the disk encrypts or does not",
          open ? "chmod o-rx " + folder + " where others have no business with it" : "");
    } catch (IOException _) {
      sitting.notChecked(Area.AT_REST, subject, "the folder does not tell", "");
    }
  }
}
