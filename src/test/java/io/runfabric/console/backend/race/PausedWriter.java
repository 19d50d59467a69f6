package io.runfabric.console.backend.race;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes the lock of a stage, says `holding` and waits for a line before it writes the stage's
/// receipt; then it says `written`, or the code of the failure.
///
/// Arguments: the project; how many milliseconds the lease lasts; `before` to wait before the
/// write, or `within` to wait in the write itself, right after its lock was checked.
public final class PausedWriter {

  static final String TEXT = "{\"version\": 2, \"service\": \"shop\", \"stage\": \"late\"}";

  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private PausedWriter() {}

  public static void main(String[] arguments) throws Exception {
    try (StateBackend backend =
        Backends.open(
            ProjectLoader.load(ProjectRequest.of(Path.of(arguments[0]))).project(),
            BackendOptions.standard().withWorkspace(Optional.of("race")))) {
      DocumentRef receipt = backend.locate(EntryAddress.receipt("dev"));
      // The first time loads what all needs, so that the lease lasts until then.
      Lease first = lock(backend, "first", Duration.ofMinutes(5));
      backend.read(receipt);
      DocumentRef other = backend.locate(EntryAddress.receipt("first"));
      backend.write(other, TEXT.getBytes(StandardCharsets.UTF_8), Precondition.ABSENT, first);
      first.release();
      Lease lease = lock(backend, "dev", Duration.ofMillis(Long.parseLong(arguments[1])));
      boolean within = arguments[2].equals("within");
      if (!within) {
        waitForALine();
      }
      System.out.println(write(backend, receipt, within ? new PausingFence(lease) : lease));
    }
  }

  private static Lease lock(StateBackend backend, String stage, Duration length)
      throws BackendException {
    return backend.lock(
        EntryKind.RECEIPT,
        new LockRequest(TestProject.SERVICE, stage, "aws-lambda", "race", length),
        false);
  }

  // At the revision of now, so that nothing but the fence is in the way.
  private static String write(StateBackend backend, DocumentRef receipt, Fence fence)
      throws BackendException {
    Precondition stored = new Precondition.Matches(backend.read(receipt).orElseThrow().revision());
    try {
      backend.write(receipt, TEXT.getBytes(StandardCharsets.UTF_8), stored, fence);
      return "written";
    } catch (BackendException e) {
      return e.code().name();
    }
  }

  private static void waitForALine() {
    System.out.println("holding");
    try {
      IN.readLine();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record PausingFence(Lease lease) implements Fence {

    @Override
    public void check() throws BackendException {
      lease.check();
      waitForALine();
    }

    @Override
    public List<Held> held() {
      return lease.held();
    }
  }
}
