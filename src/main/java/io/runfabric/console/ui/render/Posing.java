package io.runfabric.console.ui.render;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Tasks that stand still for a picture: one that reads, one that writes, and one that failed. Call
/// on the FX thread.
final class Posing {

  private static final long READ = 1_204;
  private static final long IN_ALL = 3_400;

  private final Tasks tasks;
  private final CountDownLatch pictured = new CountDownLatch(1);
  private final List<RunningTask> standing = new ArrayList<>();

  Posing(Tasks tasks) {
    this.tasks = tasks;
  }

  void start() {
    standing.add(tasks.start(Job.reading("Backing up checkout-api", standing("reading"), _ -> {})));
    standing.add(tasks.start(Job.writing("Restoring stage dev", standing("verifying"), _ -> {})));
  }

  void fail() {
    tasks.start(
        Job.reading(
                "Loading orders",
                (progress, _) -> {
                  progress.phase("connecting");
                  throw new BackendException(
                      BackendException.Code.UNREACHABLE,
                      "s3://orders-state did not answer within 10 s",
                      "check the network and `AWS_ENDPOINT_URL_S3`, then try again");
                },
                _ -> {})
            .again(() -> {}));
  }

  /// Whether nothing runs but what stands still.
  boolean still() {
    return tasks.running().isEmpty()
        ? tasks.idle()
        : tasks.running().stream().allMatch(this::stands);
  }

  private boolean stands(RunningTask task) {
    return standing.contains(task) && task.doneProperty().get() == READ;
  }

  void end() {
    pictured.countDown();
  }

  private Tasks.Work<Boolean> standing(String phase) {
    return (progress, _) -> {
      progress.phase(phase);
      progress.at(READ, IN_ALL);
      pictured.await();
      return true;
    };
  }
}
