/// Who uses the console on this machine, and the folders that are theirs. Both faces and every
/// operation may look here.
///
/// Start reading at [UserFolders].
@NullMarked
package io.runfabric.console.operation.user;

import org.jspecify.annotations.NullMarked;
