package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

/// DynamoDB refuses a request for an item that a transaction under way looks at or changes, such as
/// the renewal of a lock in the moment of a fenced write. It is made again a little later.
final class Collision {

  /// One attempt at a request.
  interface Request {

    /// Whether it was not refused for another one's sake.
    boolean run() throws BackendException;
  }

  private static final int ATTEMPTS = 12;
  private static final long FIRST_PAUSE = 10;
  private static final long LONGEST_PAUSE = 400;

  private Collision() {}

  /// @throws BackendException with [Code#UNREACHABLE] when it collides again and again
  static void outlast(Attempt attempt, Request request) throws BackendException {
    long pause = FIRST_PAUSE;
    for (int i = 1; !request.run(); i++) {
      if (i == ATTEMPTS) {
        throw new BackendException(
            Code.UNREACHABLE,
            "cannot " + attempt.doing() + ": others keep using the same item",
            "try again later");
      }
      try {
        Thread.sleep(ThreadLocalRandom.current().nextLong(pause) + 1);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }
}
