package io.runfabric.console.backend;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/// The contract against a real cloud, for the user to run with an account of theirs:
/// `RUNFABRIC_TEST_REMOTE_STATE=1 mvn test`. Without that variable the build does not know the
/// classes named `...InTheCloud`; with it, each runs if the variable with its bucket or table is
/// set. Everything lies under a name of its own, and is removed after each test.
public abstract class InTheCloud extends StateBackendContract {

  /// What this run's documents lie under: a prefix, or a workspace.
  protected final String place = "runfabric-console-test-" + UUID.randomUUID();

  /// The environment of the user, who has credentials there.
  protected static Map<String, String> environment() {
    return System.getenv();
  }

  /// The variable that names a bucket or table.
  protected static String named(String variable) {
    return environment().getOrDefault(variable, "");
  }

  @AfterEach
  void removeWhatTheTestLeft() throws BackendException {
    for (Entry entry : entries()) {
      backend.delete(entry.ref(), entry.revision());
    }
    for (Journal journal : backend.journals(Cancellation.never())) {
      backend.delete(journal.ref(), journal.revision());
    }
    for (Lock lock : backend.locks(Cancellation.never())) {
      backend.delete(lock.ref(), lock.revision());
    }
  }
}
