package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.ThisMachine;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.user.UserName;
import java.util.OptionalLong;

/// Locks that an operation took and, being killed, could not give back. One is known for certain by
/// its operation, its user, its machine and a process that runs no more; all others are left to
/// people.
///
/// @param operation such as `restore`
record Leftovers(String operation) {

  /// Who takes the locks of this process.
  static final String HOLDER = UserName.ofThisProcess().toString();

  private static final String PROCESS = " pid:";

  /// Removes them, each only as it was judged.
  ///
  /// @return whether there was one
  boolean clear(StateBackend backend) throws BackendException {
    boolean any = false;
    for (Lock lock : backend.locks(Cancellation.never())) {
      if (left(lock)) {
        any = true;
        try {
          backend.delete(lock.ref(), lock.revision());
        } catch (BackendException e) {
          // Another run of the same operation may clear up too.
          if (e.code() != Code.CONFLICT) {
            throw e;
          }
        }
      }
    }
    return any;
  }

  private boolean left(Lock lock) {
    if (ThisMachine.name().isEmpty() || !lock.operation().equals(operation)) {
      return false;
    }
    OptionalLong pid = process(lock.holder());
    return pid.isPresent() && ThisMachine.ended(pid.getAsLong());
  }

  private static OptionalLong process(String holder) {
    String ours = HOLDER + PROCESS;
    if (!holder.startsWith(ours)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(holder.substring(ours.length())));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
